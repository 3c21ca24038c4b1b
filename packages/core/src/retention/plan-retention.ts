import { findQueuedJob, hastenJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import { RETENTION_ATTEMPTS } from "./plan-reclaim.ts";

const DAY_SECONDS = 24 * 3_600;

/** Joins the change of rules: what has outlived them goes soon. */
export async function applyRetentionSoon(tx: TenantTx, tenantId: string): Promise<void> {
  const waiting = await findWaiting(tx, tenantId);
  if (waiting) return hastenJob(tx, waiting.id);
  await insertRetention(tx, tenantId, 0);
}

/** The next day's, unless one waits already. */
export async function planNextRetention(tx: TenantTx, tenantId: string): Promise<void> {
  if (!(await findWaiting(tx, tenantId))) await insertRetention(tx, tenantId, DAY_SECONDS);
}

const payloadOf = (tenantId: string) => ({ kind: "outlived", id: tenantId });

function findWaiting(tx: TenantTx, tenantId: string) {
  const payload = payloadOf(tenantId);
  return findQueuedJob(tx, { subjectId: tenantId, kind: "retention", payload });
}

async function insertRetention(
  tx: TenantTx,
  tenantId: string,
  delaySeconds: number,
): Promise<void> {
  await insertJob(tx, {
    kind: "retention",
    payload: payloadOf(tenantId),
    maxAttempts: RETENTION_ATTEMPTS,
    subjectId: tenantId,
    delaySeconds,
  });
}
