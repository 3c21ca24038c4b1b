import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { type CrawlBounds, sources } from "../tables/sources.ts";

export type { CrawlBounds };

/** A page of a site by its address, or a member of an archive by its path. */
export interface Child {
  id: string;
  address: string;
  isRemoved: boolean;
  isLive: boolean;
}

const address = sql<string>`coalesce(${sources.archivePath}, ${sources.url})`;

/** All that came with a collection, also what was removed from it and can be restored. */
export function listChildren(tx: TenantTx, parentId: string): Promise<Child[]> {
  return on(tx)
    .select({
      id: sources.id,
      address,
      isRemoved: sql<boolean>`${sources.deletedAt} is not null`,
      isLive: sql<boolean>`${sources.liveVersionId} is not null`,
    })
    .from(sources)
    .where(eq(sources.parentId, parentId))
    .orderBy(asc(sources.id));
}

/** The children that answer, in the order they came, behind the last one seen. */
export function listLiveChildren(
  tx: TenantTx,
  { parentId, fromId, limit }: { parentId: string; fromId: string | null; limit: number },
): Promise<{ id: string; title: string; liveVersionId: string | null }[]> {
  return on(tx)
    .select({ id: sources.id, title: sources.title, liveVersionId: sources.liveVersionId })
    .from(sources)
    .where(
      and(
        eq(sources.parentId, parentId),
        isNull(sources.deletedAt),
        isNotNull(sources.liveVersionId),
        fromId ? sql`${sources.id} >= ${fromId}::uuid` : undefined,
      ),
    )
    .orderBy(asc(sources.id))
    .limit(limit);
}

/** The newest bytes that a source was made from; a version that is only requested has none. */
export async function findNewestBlobKey(
  tx: TenantTx,
  sourceId: string,
): Promise<string | undefined> {
  const [row] = await on(tx)
    .select({ blobKey: sourceVersions.blobKey })
    .from(sourceVersions)
    .where(
      and(
        eq(sourceVersions.sourceId, sourceId),
        isNotNull(sourceVersions.blobKey),
        isNull(sourceVersions.reclaimedAt),
      ),
    )
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  return row?.blobKey ?? undefined;
}

/** The same site in this twin, read in the same way. */
export async function findSiteId(
  tx: TenantTx,
  { twinId, url, follow }: { twinId: string; url: string; follow: CrawlBounds["follow"] },
): Promise<string | undefined> {
  const [row] = await on(tx)
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        eq(sources.twinId, twinId),
        eq(sources.url, url),
        eq(sources.kind, "sitemap"),
        isNull(sources.deletedAt),
        sql`${sources.crawlBounds} ->> 'follow' = ${follow}`,
      ),
    )
    .limit(1);
  return row?.id;
}

/** With what is removed, and at the same time, so that one undoing brings both back. */
export async function markChildrenRemoved(tx: TenantTx, parentId: string): Promise<void> {
  await on(tx)
    .update(sources)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(sources.parentId, parentId), isNull(sources.deletedAt)));
}

/** Undefined for what is not removed. */
export async function findRemovalTime(tx: TenantTx, sourceId: string): Promise<Date | undefined> {
  const [row] = await on(tx)
    .select({ removedAt: sources.deletedAt })
    .from(sources)
    .where(eq(sources.id, sourceId));
  return row?.removedAt ?? undefined;
}

/** Those that were removed with it; what had been taken out before stays out. */
export async function markChildrenRestored(
  tx: TenantTx,
  { parentId, removedAt }: { parentId: string; removedAt: Date },
): Promise<void> {
  await on(tx)
    .update(sources)
    .set({ deletedAt: null })
    .where(and(eq(sources.parentId, parentId), eq(sources.deletedAt, removedAt)));
}

/** A person's decision about one page, which holds for later syncs too. */
export async function excludePage(
  tx: TenantTx,
  {
    parentId,
    address: page,
    isExcluded,
  }: { parentId: string; address: string; isExcluded: boolean },
): Promise<void> {
  const others = sql`coalesce(${sources.crawlBounds} -> 'excluded', '[]') - ${page}::text`;
  const excluded = isExcluded ? sql`(${others}) || to_jsonb(${page}::text)` : others;
  await on(tx)
    .update(sources)
    .set({ crawlBounds: sql`jsonb_set(${sources.crawlBounds}, '{excluded}', ${excluded})` })
    .where(and(eq(sources.id, parentId), isNotNull(sources.crawlBounds)));
}

/** The version that says what its pages are has nothing to search in itself. */
export async function switchCollection(
  tx: TenantTx,
  {
    sourceId,
    sourceVersionId,
    pageCount,
  }: { sourceId: string; sourceVersionId: string; pageCount: number },
): Promise<void> {
  await on(tx)
    .update(sourceVersions)
    .set({ stage: "live", chunkCount: 0, pageCount })
    .where(eq(sourceVersions.id, sourceVersionId));
  await on(tx)
    .update(sources)
    .set({
      liveVersionId: sourceVersionId,
      refreshing: false,
      failureReason: null,
      failureMessage: null,
    })
    .where(eq(sources.id, sourceId));
}

/** What stands for its pages has no passages of its own; a plain file that took its place does. */
export const isCollection = sql`exists (select from source_versions as live
  where live.id = sources.live_version_id and live.chunk_count = 0)`;

/** What it stands for had come by another way already; it is as good as if they were its own. */
const heldElsewhere = sql`exists (select from source_syncs as sync
  join sync_pages as page on page.sync_id = sync.id
  where sync.source_id = sources.id and sync.source_version_id = sources.live_version_id
    and page.reason = 'duplicate_of')`;

/**
 * What its children make of a collection, once its own job has found them: live when one of them is
 * and none is processed for the first time, failed when there is none and can be none. Its row is locked first, so that
 * the last of two children that end at once sees the other; who watches it hears of each.
 */
export async function settleCollection(tx: TenantTx, collectionId: string): Promise<void> {
  await on(tx)
    .select({ id: sources.id })
    .from(sources)
    .where(eq(sources.id, collectionId))
    .for("no key update");
  const pages = (status: string) =>
    sql`(select count(*) from sources as page where page.parent_id = ${collectionId}
      and page.deleted_at is null and page.status = ${status})`;
  const settled = sql`case when not ${isCollection} then ${sources.status}
    when ${pages("live")} > 0 and (${sources.status} = 'live' or ${pages("processing")} = 0) then 'live'
    when ${pages("processing")} > 0 then 'processing'
    when ${heldElsewhere} then 'live'
    else 'failed' end`;
  const isOwn = sql`${sources.failureReason} is distinct from ${NO_PAGES.reason}`;
  await on(tx)
    .update(sources)
    .set({
      status: settled,
      failureReason: sql`case when ${settled} = 'failed' then coalesce(${sources.failureReason}, ${NO_PAGES.reason})
        when ${isOwn} then ${sources.failureReason} end`,
      failureMessage: sql`case when ${settled} = 'failed' then coalesce(${sources.failureMessage}, ${NO_PAGES.message})
        when ${isOwn} then ${sources.failureMessage} end`,
    })
    .where(eq(sources.id, collectionId));
}

const NO_PAGES = {
  reason: "source.no_pages",
  message: "None of its pages could be read. Look at the report for the reason of each.",
};
