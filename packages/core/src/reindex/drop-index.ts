import { moveGeneration } from "@understudy/db/queries/index-generations";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { cancel } from "../job/cancel-job.ts";
import { useCase } from "../kernel/use-case.ts";
import { planReclaim } from "../retention/plan-reclaim.ts";
import { CandidateRef, TwinIndex } from "./contract.ts";
import { filling } from "./filling.ts";
import { readIndex } from "./get-index.ts";
import { requireCandidate } from "./require-candidate.ts";

/** The index that was being made is given up, also half-way; what answers goes on as it was. */
export const dropIndex = useCase({
  permission: "knowledge.write",
  input: CandidateRef,
  output: TwinIndex,
  run: (ctx, { twinId, generationId }) =>
    ctx.transaction(async (tx) => {
      await requireCandidate(tx, { twinId, generationId });
      const job = await findActiveJob(tx, { subjectId: generationId, kind: filling.kind });
      if (job) await cancel(ctx, tx, job);
      await moveGeneration(tx, { generationId, from: ["filling", "ready"], to: "dropped" });
      await planReclaim(tx, twinId);
      const subject = { subjectKind: "index", subjectId: generationId };
      await ctx.audit(tx, { action: "index.drop", ...subject, details: { twinId } });
      return readIndex(ctx, tx, twinId);
    }),
});
