import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { PageOutcome, SyncStatus, SyncTrigger } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceSyncs, syncPages } from "../tables/source-syncs.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";
import { type SyncRow, syncRow } from "./sync-row.ts";

export interface NewSync {
  twinId: string;
  sourceId: string;
  /** Null: nothing was to be done. */
  jobId: string | null;
  trigger: SyncTrigger;
  /** The version it makes. */
  sourceVersionId: string | null;
}

/** Gives the sync's id. */
export async function insertSync(tx: TenantTx, sync: NewSync): Promise<string> {
  return one(await on(tx).insert(sourceSyncs).values(sync).returning({ id: sourceSyncs.id })).id;
}

export interface RunningSync {
  id: string;
  trigger: SyncTrigger;
  sourceVersionId: string | null;
  createdAt: Date;
}

/** The sync of a source that has not ended; there is one at most. */
export async function findRunningSync(
  tx: TenantTx,
  sourceId: string,
): Promise<RunningSync | undefined> {
  const [row] = await on(tx)
    .select({
      id: sourceSyncs.id,
      trigger: sourceSyncs.trigger,
      sourceVersionId: sourceSyncs.sourceVersionId,
      createdAt: sourceSyncs.createdAt,
    })
    .from(sourceSyncs)
    .where(and(eq(sourceSyncs.sourceId, sourceId), eq(sourceSyncs.status, "running")))
    .orderBy(desc(sourceSyncs.createdAt), desc(sourceSyncs.id))
    .limit(1);
  return row;
}

export interface SyncEnd {
  status: Exclude<SyncStatus, "running">;
  failure?: { reason: string; message: string };
  passages?: PassageChanges;
  /** The version that answered before. */
  previousVersionId?: string | null;
}

export interface PassageChanges {
  added: number;
  kept: number;
  removed: number;
}

/** Ends a running sync, named by itself or by the version it makes; nothing where none runs. */
export async function endSync(
  tx: TenantTx,
  which: { syncId: string } | { sourceVersionId: string },
  { status, failure, passages, previousVersionId }: SyncEnd,
): Promise<void> {
  const named =
    "syncId" in which
      ? eq(sourceSyncs.id, which.syncId)
      : eq(sourceSyncs.sourceVersionId, which.sourceVersionId);
  await on(tx)
    .update(sourceSyncs)
    .set({
      status,
      failureReason: failure?.reason ?? null,
      failureMessage: failure?.message ?? null,
      finishedAt: sql`now()`,
      ...(previousVersionId !== undefined && { previousVersionId }),
      ...(passages && {
        passagesAdded: passages.added,
        passagesKept: passages.kept,
        passagesRemoved: passages.removed,
      }),
    })
    .where(and(named, eq(sourceSyncs.status, "running")));
}

/** Newest first. */
export async function listSyncs(
  tx: TenantTx,
  { sourceId, after, limit }: { sourceId: string; after?: Position | null; limit: number },
): Promise<SyncRow[]> {
  const rows = await on(tx)
    .select({ row: syncRow })
    .from(sourceSyncs)
    .where(
      and(
        eq(sourceSyncs.sourceId, sourceId),
        behind({ time: sourceSyncs.createdAt, id: sourceSyncs.id }, after),
      ),
    )
    .orderBy(desc(sourceSyncs.createdAt), desc(sourceSyncs.id))
    .limit(limit);
  return rows.map(({ row }) => row);
}

export interface SyncVersions {
  status: SyncStatus;
  sourceId: string;
  sourceVersionId: string | null;
  previousVersionId: string | null;
}

/** Between which versions a sync led; undefined for one that is absent or not yours. */
export async function findSync(tx: TenantTx, syncId: string): Promise<SyncVersions | undefined> {
  const [row] = await on(tx)
    .select({
      status: sourceSyncs.status,
      sourceId: sourceSyncs.sourceId,
      sourceVersionId: sourceSyncs.sourceVersionId,
      previousVersionId: sourceSyncs.previousVersionId,
    })
    .from(sourceSyncs)
    .where(eq(sourceSyncs.id, syncId));
  return row;
}

export interface SyncPageRow {
  id: string;
  address: string;
  outcome: PageOutcome;
  reason: string | null;
  sourceId: string | null;
}

/** In the order in which they were come across. */
export function listSyncPages(
  tx: TenantTx,
  page: { syncId: string; outcome?: PageOutcome; afterId?: string | null; limit: number },
): Promise<SyncPageRow[]> {
  const { syncId, outcome, afterId, limit } = page;
  return on(tx)
    .select({
      id: syncPages.id,
      address: syncPages.address,
      outcome: syncPages.outcome,
      reason: syncPages.reason,
      sourceId: syncPages.sourceId,
    })
    .from(syncPages)
    .where(
      and(
        eq(syncPages.syncId, syncId),
        outcome && eq(syncPages.outcome, outcome),
        afterId ? gt(syncPages.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(syncPages.id))
    .limit(limit);
}
