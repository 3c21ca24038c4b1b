import {
  findRemovalTime,
  listChildren,
  markChildrenRemoved,
  markChildrenRestored,
} from "@understudy/db/queries/collections";
import { findJob } from "@understudy/db/queries/jobs";
import { lockProcessing } from "@understudy/db/queries/lock-jobs";
import type { TenantTx } from "@understudy/db/scope";
import { cancel } from "../../job/cancel-job.ts";
import type { Context } from "../../kernel/context.ts";

/** Of the source, and of all that came with it. */
export async function cancelProcessing(ctx: Context, tx: TenantTx, id: string): Promise<void> {
  for (const jobId of await lockProcessing(tx, id)) {
    const job = await findJob(tx, jobId);
    if (job) await cancel(ctx, tx, job);
  }
}

/** They go with what they came with, whose purge takes them along. True when one of them was live. */
export async function removeChildren(tx: TenantTx, parentId: string): Promise<boolean> {
  const children = await listChildren(tx, parentId);
  await markChildrenRemoved(tx, parentId);
  return children.some(({ isLive, isRemoved }) => isLive && !isRemoved);
}

/** Those that went with it; what had been taken out before stays out. */
export async function restoreChildren(tx: TenantTx, parentId: string): Promise<void> {
  const removedAt = await findRemovalTime(tx, parentId);
  if (removedAt) await markChildrenRestored(tx, { parentId, removedAt });
}
