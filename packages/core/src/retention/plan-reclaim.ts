import { findQueuedJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";

export const RETENTION_ATTEMPTS = 20;
/** Far longer than an answer takes that began while the old version was live. */
const RECLAIM_AFTER_SECONDS = 15 * 60;

/** Joins the switch; one job for all that is superseded in a twin meanwhile. False when it waits already. */
export async function planReclaim(tx: TenantTx, twinId: string): Promise<boolean> {
  const payload = { kind: "superseded", id: twinId };
  if (await findQueuedJob(tx, { subjectId: twinId, kind: "retention", payload })) return false;
  await insertJob(tx, {
    kind: "retention",
    payload,
    maxAttempts: RETENTION_ATTEMPTS,
    subjectId: twinId,
    twinId,
    delaySeconds: RECLAIM_AFTER_SECONDS,
  });
  return true;
}
