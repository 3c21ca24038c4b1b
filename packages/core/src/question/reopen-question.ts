import { reopenClarificationsIn } from "@understudy/db/queries/clarifications";
import {
  type ClusterRow,
  reopenCluster,
  saveClusterAnswer,
} from "@understudy/db/queries/question-clusters";
import { dropWaitingNotices } from "@understudy/db/queries/visitor-notices";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { dropTest } from "../quality/tests.ts";
import { removeIn } from "../source/remove-source.ts";
import { takeBackAnswer } from "../verified-answer/take-back-answer.ts";
import { ClusterRef, QuestionClusterDetail } from "./contract.ts";
import { readDetail } from "./get-question.ts";
import { requireCluster } from "./require-cluster.ts";

/** Takes back what was decided: what it taught, its test, and the mail that has not gone out; never what was edited since. */
export const reopenQuestion = useCase({
  permission: "clarification.write",
  input: ClusterRef,
  output: QuestionClusterDetail,
  run: (ctx, { clusterId }) =>
    ctx.transaction(async (tx) => {
      const seen = await requireCluster(tx, clusterId);
      const row =
        seen.status !== "open" &&
        (await reopenCluster(tx, { clusterId: seen.id, status: seen.status }));
      if (!row) throw isOpen();
      if (seen.status === "answered") await takeBack(ctx, tx, row);
      await reopenClarificationsIn(tx, row.id);
      const subject = { subjectKind: "question", subjectId: row.id };
      await ctx.audit(tx, { action: "question.reopen", ...subject });
      return readDetail(ctx, tx, await requireCluster(tx, row.id));
    }),
});

async function takeBack(ctx: Context, tx: TenantTx, row: ClusterRow): Promise<void> {
  const { id: clusterId, verifiedQnaId, verifiedVersion, beliefId, qualityTestId } = row;
  await dropWaitingNotices(tx, { clusterId });
  if (qualityTestId) await dropTest(ctx, tx, qualityTestId);
  if (beliefId) await removeIn(ctx, tx, beliefId);
  const isTaken =
    !verifiedQnaId ||
    (await takeBackAnswer(ctx, tx, { verifiedQnaId, verifiedVersion: verifiedVersion! }));
  if (!isTaken) throw wasEdited();
  await saveClusterAnswer(tx, clusterId, { beliefId: null, qualityTestId: null });
}

function isOpen(): DomainError {
  return new DomainError("conflict", "question.open", "This question is open already.");
}

function wasEdited(): DomainError {
  return new DomainError(
    "conflict",
    "question.answer_edited",
    "The verified answer was edited since: change or remove it there.",
  );
}
