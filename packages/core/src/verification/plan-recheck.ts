import { findQueuedJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";

export const RECHECK_ATTEMPTS = 5;
const DAY_SECONDS = 24 * 3_600;

/** Joins the caller's transaction: tomorrow the proof is looked for again, unless that waits already. */
export async function planRecheck(
  tx: TenantTx,
  { id, twinId }: { id: string; twinId: string },
): Promise<void> {
  if (await findQueuedJob(tx, { subjectId: id, kind: "verification" })) return;
  await insertJob(tx, {
    kind: "verification",
    payload: { verificationId: id },
    maxAttempts: RECHECK_ATTEMPTS,
    subjectId: id,
    twinId,
    delaySeconds: DAY_SECONDS,
  });
}
