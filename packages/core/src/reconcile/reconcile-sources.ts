import { markChildrenRemoved, settleCollection } from "@understudy/db/queries/collections";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { findNewestVersion } from "@understudy/db/queries/source-versions";
import { findSource, markSourceProcessing } from "@understudy/db/queries/sources";
import {
  countByStatus,
  endStrandedSyncs,
  listCollections,
  listStrandedIds,
  listUnplanned,
} from "@understudy/db/queries/stranded";
import type { TenantTx } from "@understudy/db/scope";
import type { JobContext } from "../kernel/job.ts";
import { planResync } from "../source/plan-resync.ts";
import { startIngestion } from "../source/start-ingestion.ts";
import type { Agreement } from "./agreement.ts";

const MAX_A_RUN = 1_000;
const STRANDED = {
  reason: "job.broken",
  message: "It was left half-way by a fault on our side, and started again.",
};

/** Every source has one final status, or a job that brings it there; every schedule a next turn. */
export async function reconcileSources(ctx: JobContext): Promise<Agreement> {
  const syncs = await ctx.fenced((tx) => endStrandedSyncs(tx, STRANDED));
  const stranded = await ctx.transaction((tx) => listStrandedIds(tx, MAX_A_RUN));
  let restarted = 0;
  for (const sourceId of stranded) {
    if (await ctx.fenced((tx) => restart(ctx, tx, sourceId))) restarted++;
  }
  const collections = await settleCollections(ctx);
  const schedules = await ctx.fenced(planMissing);
  const counted = await ctx.transaction(countByStatus);
  return {
    counted,
    repaired: { sourcesRestarted: restarted, syncsEnded: syncs, schedules, ...collections },
    left: { sourcesWithoutVersion: stranded.length - restarted },
  };
}

async function restart(ctx: JobContext, tx: TenantTx, sourceId: string): Promise<boolean> {
  await lockSource(tx, sourceId);
  const source = await findSource(tx, sourceId);
  const active = await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" });
  if (!source || active) return true;
  const version = await findNewestVersion(tx, sourceId);
  if (!version) return false;
  const { twinId, id: sourceVersionId } = version;
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: "asked" });
  return true;
}

/** Sites and archives say what their pages say, and take them along when they go. */
async function settleCollections(ctx: JobContext): Promise<Record<string, number>> {
  const before = await ctx.transaction(listCollections);
  for (const { id, isRemoved, left } of before) {
    if (!isRemoved) await ctx.fenced((tx) => settleCollection(tx, id));
    else if (left > 0) await ctx.fenced((tx) => markChildrenRemoved(tx, id));
  }
  const after = new Map(
    (await ctx.transaction(listCollections)).map(({ id, status }) => [id, status]),
  );
  return {
    collectionsSettled: before.filter(({ id, status }) => after.get(id) !== status).length,
    pagesRemoved: before.reduce((sum, { isRemoved, left }) => sum + (isRemoved ? left : 0), 0),
  };
}

async function planMissing(tx: TenantTx): Promise<number> {
  const unplanned = await listUnplanned(tx, MAX_A_RUN);
  for (const source of unplanned) await planResync(tx, source);
  return unplanned.length;
}
