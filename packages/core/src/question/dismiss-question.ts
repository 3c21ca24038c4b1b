import { settleClarificationsIn } from "@understudy/db/queries/clarifications";
import { claimCluster } from "@understudy/db/queries/question-clusters";
import { useCase } from "../kernel/use-case.ts";
import { DismissInput, QuestionClusterDetail } from "./contract.ts";
import { readDetail } from "./get-question.ts";
import { alreadySettled, requireCluster } from "./require-cluster.ts";
import { settlerOf } from "./settler-of.ts";

/** Nobody needs to answer it, also when it is asked again; why is kept. */
export const dismissQuestion = useCase({
  permission: "clarification.write",
  input: DismissInput,
  output: QuestionClusterDetail,
  run: (ctx, { clusterId, reason }) =>
    ctx.transaction(async (tx) => {
      const { id, status } = await requireCluster(tx, clusterId);
      const settling = { status: "dismissed", dismissReason: reason || null } as const;
      const row = await claimCluster(tx, { clusterId: id, ...settling, ...settlerOf(ctx) });
      if (!row) throw alreadySettled({ status });
      await settleClarificationsIn(tx, id, { status: "dismissed" });
      const subject = { subjectKind: "question", subjectId: id };
      await ctx.audit(tx, { action: "question.dismiss", ...subject });
      return readDetail(ctx, tx, row);
    }),
});
