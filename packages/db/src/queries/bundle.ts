import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { SyncInterval } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { type CrawlBounds, sources } from "../tables/sources.ts";

export interface BundledSourceRow {
  id: string;
  title: string;
  kind: typeof sources.$inferSelect.kind;
  url: string | null;
  isRestricted: boolean;
  fileName: string | null;
  mediaType: string;
  byteSize: number;
  sha256: Uint8Array;
  blobKey: string;
  parentId: string | null;
  archivePath: string | null;
  crawlBounds: CrawlBounds | null;
  syncEvery: SyncInterval | null;
  /** It stands for others, which came with it. */
  isCollection: boolean;
}

/** A twin's live sources, with the sites and archives that some of them came with. */
export async function listBundledSources(
  tx: TenantTx,
  twinId: string,
): Promise<BundledSourceRow[]> {
  const { fileName, mediaType, byteSize, sha256, blobKey } = sourceVersions;
  const { id, title, kind, url, isRestricted, parentId, archivePath, crawlBounds } = sources;
  const hasMembers = sql<boolean>`exists (select from sources member where member.parent_id = ${id}
    and member.deleted_at is null and member.live_version_id is not null)`;
  const rows = await on(tx)
    .select({
      syncEvery: sql<SyncInterval | null>`coalesce(${sources.syncEvery}, ${sources.pausedSyncEvery})`,
      ...{ id, title, kind, url, isRestricted, parentId, archivePath, crawlBounds, fileName },
      ...{ mediaType, byteSize, sha256, blobKey, isCollection: hasMembers },
    })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        isNotNull(blobKey),
        sql`${kind} <> 'qna'`,
        sql`(${hasMembers} or ${kind} <> 'sitemap'
          and not exists (select from sources member where member.parent_id = ${id}))`,
      ),
    )
    .orderBy(asc(id));
  return rows as BundledSourceRow[];
}

/** How its first widget looks, or its public page. */
export async function findFirstTheme(tx: TenantTx, twinId: string): Promise<unknown> {
  const [row] = await rowsOf<{ theme: unknown }>(
    tx,
    sql`
      select theme from (
        select theme, created_at, 1 as turn from widgets where twin_id = ${twinId}
        union all select theme, created_at, 2 from public_pages where twin_id = ${twinId}
      ) as themes order by turn, created_at limit 1`,
  );
  return row?.theme ?? null;
}
