import { findActiveJob, findQueuedJob, hastenJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";

export const RECONCILE_ATTEMPTS = 5;
const DAY_SECONDS = 24 * 3_600;

/** Joins the caller's transaction; where content is taken in, it is looked after from then on. */
export async function ensureReconciled(tx: TenantTx, tenantId: string): Promise<void> {
  if (await findActiveJob(tx, { subjectId: tenantId, kind: "reconcile" })) return;
  await insertReconcile(tx, tenantId, DAY_SECONDS);
}

/** The next day's, unless one waits already. */
export async function planNextReconcile(tx: TenantTx, tenantId: string): Promise<void> {
  if (await findQueuedJob(tx, { subjectId: tenantId, kind: "reconcile" })) return;
  await insertReconcile(tx, tenantId, DAY_SECONDS);
}

/** Joins the change of what decides where content may be. */
export async function reconcileSoon(tx: TenantTx, tenantId: string): Promise<void> {
  const waiting = await findQueuedJob(tx, { subjectId: tenantId, kind: "reconcile" });
  if (waiting) return hastenJob(tx, waiting.id);
  await insertReconcile(tx, tenantId, 0);
}

/** Gives the job's id. */
export function insertReconcile(
  tx: TenantTx,
  tenantId: string,
  delaySeconds: number,
): Promise<string> {
  return insertJob(tx, {
    kind: "reconcile",
    payload: { tenantId },
    maxAttempts: RECONCILE_ATTEMPTS,
    subjectId: tenantId,
    delaySeconds,
  });
}
