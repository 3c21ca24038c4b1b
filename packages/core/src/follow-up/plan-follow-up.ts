import type { NoticeSubject } from "@understudy/db/queries/visitor-notices";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";

/** What is asked for where visitors are to hear of an answer; `send-follow-up.job.ts` says how. */
export const followUp = {
  kind: "follow_up",
  payload: z.union([z.object({ clusterId: Id }), z.object({ correctionId: Id })]),
  maxAttempts: 6,
} satisfies JobDeclaration<NoticeSubject>;

/** Whoever answers can take it back until then. */
const UNDO_SECONDS = 30;

/** Joins the transaction of the answer. */
export async function planFollowUp(
  ctx: Context,
  tx: TenantTx,
  { twinId, subject }: { twinId: string; subject: NoticeSubject },
): Promise<void> {
  const subjectId = "clusterId" in subject ? subject.clusterId : subject.correctionId;
  await ctx.enqueue(tx, {
    job: followUp,
    payload: subject,
    subjectId,
    twinId,
    delaySeconds: UNDO_SECONDS,
  });
}
