import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sourceSyncs } from "../tables/source-syncs.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

/** What answers of a source, to be looked at. */
export interface CheckedSource {
  id: string;
  kind: (typeof sources.$inferSelect)["kind"];
  liveVersionId: string;
  text: string;
  pageCount: number | null;
}

/** Those that were synced or corrected since a time, or all; in the order of their ids. */
export async function listSourcesToCheck(
  tx: TenantTx,
  page: { twinId: string; since: Date | null; afterId: string | null; limit: number },
): Promise<{ id: string; liveVersionId: string }[]> {
  const { twinId, since, afterId, limit } = page;
  const synced = sql`exists (
    select from source_syncs as sync
    where sync.source_id = sources.id and sync.status = 'succeeded' and sync.finished_at >= ${since?.toISOString()}::timestamptz
  )`;
  const corrected = sql`exists (
    select from chunk_overlays as overlay
    where overlay.source_id = sources.id and overlay.updated_at >= ${since?.toISOString()}::timestamptz
  )`;
  return on(tx)
    .select({ id: sources.id, liveVersionId: sql<string>`${sources.liveVersionId}` })
    .from(sources)
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        isNotNull(sources.liveVersionId),
        since ? or(synced, corrected) : undefined,
        afterId ? gt(sources.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(sources.id))
    .limit(limit);
}

/** Undefined when it does not answer any more. */
export async function findCheckedSource(
  tx: TenantTx,
  sourceId: string,
): Promise<CheckedSource | undefined> {
  const [row] = await on(tx)
    .select({
      id: sources.id,
      kind: sources.kind,
      liveVersionId: sourceVersions.id,
      text: sql<string>`coalesce(${sourceVersions.text}, '')`,
      pageCount: sourceVersions.pageCount,
    })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt)));
  return row;
}

export interface Freshness {
  sourceId: string;
  /** When it was last known to say what its address says. */
  freshAt: Date;
  /** Why its newest sync failed; null when it did not. */
  failureReason: string | null;
}

/** Of what came from the web and answers. */
export async function listFreshness(
  tx: TenantTx,
  page: { twinId: string; afterId: string | null; limit: number },
): Promise<Freshness[]> {
  const newest = on(tx)
    .select({
      freshAt: sql<Date>`max(${sourceSyncs.finishedAt}) filter (
        where ${sourceSyncs.status} in ('succeeded', 'unchanged'))`
        .mapWith(sourceSyncs.finishedAt)
        .as("fresh_at"),
      failureReason: sql<string | null>`(array_agg(
        case when ${sourceSyncs.status} = 'failed' then ${sourceSyncs.failureReason} end
        order by ${sourceSyncs.createdAt} desc))[1]`.as("newest_failure"),
    })
    .from(sourceSyncs)
    .where(eq(sourceSyncs.sourceId, sources.id))
    .as("newest");
  const rows = await on(tx)
    .select({
      sourceId: sources.id,
      freshAt: newest.freshAt,
      createdAt: sources.createdAt,
      failureReason: newest.failureReason,
    })
    .from(sources)
    .leftJoinLateral(newest, sql`true`)
    .where(
      and(
        eq(sources.twinId, page.twinId),
        isNull(sources.deletedAt),
        eq(sources.status, "live"),
        inArray(sources.kind, ["url", "youtube", "sitemap"]),
        page.afterId ? gt(sources.id, page.afterId) : undefined,
      ),
    )
    .orderBy(asc(sources.id))
    .limit(page.limit);
  return rows.map(({ freshAt, createdAt, ...row }) => ({ ...row, freshAt: freshAt ?? createdAt }));
}

/** When the newest check of a twin that came to its end began. */
export async function findLastCheck(
  tx: TenantTx,
  twinId: string,
  { isFull }: { isFull: boolean },
): Promise<Date | null> {
  const [row] = await on(tx)
    .select({ startedAt: sql<Date>`max(${jobs.startedAt})`.mapWith(jobs.startedAt) })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, twinId),
        eq(jobs.kind, "health_check"),
        eq(jobs.status, "succeeded"),
        isFull ? sql`${jobs.result} ->> 'isFull' = 'true'` : undefined,
      ),
    );
  return row?.startedAt ?? null;
}
