import { finishJob } from "@understudy/db/queries/job-attempts";
import { findActiveJob } from "@understudy/db/queries/jobs";
import type { Removable } from "@understudy/db/queries/removed";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { retention } from "./retention.job.ts";

/** How long what was removed can be restored. */
const RESTORABLE_SECONDS = 30 * 24 * 3_600;

export interface Purge {
  removed: Removable;
  /** Null where the twin itself goes: the job outlives it. */
  twinId: string | null;
  restorable: boolean;
}

/** Joins the removal; what had never been live has nothing to restore and goes at once. */
export async function planPurge(
  ctx: Context,
  tx: TenantTx,
  { removed, twinId, restorable }: Purge,
): Promise<void> {
  await ctx.enqueue(tx, {
    job: retention,
    payload: removed,
    subjectId: removed.id,
    twinId,
    delaySeconds: restorable ? RESTORABLE_SECONDS : 0,
  });
}

/** Joins the restoring. */
export async function cancelPurge(tx: TenantTx, { kind, id }: Removable): Promise<void> {
  const payload = { kind, id };
  const job = await findActiveJob(tx, { subjectId: id, kind: "retention", payload });
  if (!job) return;
  const failure = { reason: "job.cancelled", message: "It was restored." };
  await finishJob(tx, { jobId: job.id, status: "cancelled", failure });
}
