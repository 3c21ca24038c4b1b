import type { SyncInterval } from "@understudy/db/column-values";
import { insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";

const DAY_SECONDS = 24 * 3_600;
const INTERVAL_SECONDS: Record<SyncInterval, number> = {
  daily: DAY_SECONDS,
  weekly: 7 * DAY_SECONDS,
  monthly: 30 * DAY_SECONDS,
};
export const RESYNC_ATTEMPTS = 5;

/** Joins the caller's transaction: the next turn of a schedule waits in the queue. */
export async function planResync(
  tx: TenantTx,
  {
    id: sourceId,
    twinId,
    syncEvery,
  }: {
    id: string;
    twinId: string;
    syncEvery: SyncInterval | null;
  },
): Promise<void> {
  if (!syncEvery) return;
  await insertJob(tx, {
    kind: "resync",
    payload: { sourceId },
    maxAttempts: RESYNC_ATTEMPTS,
    subjectId: sourceId,
    twinId,
    delaySeconds: INTERVAL_SECONDS[syncEvery],
  });
}
