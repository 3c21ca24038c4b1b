import { and, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { newestSync } from "./sync-row.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(sources);

/** Of a site or an archive; null for what has no pages of its own. Drizzle cannot alias a table within itself. */
const pages = sql<PageCounts | null>`(
  select case when ${sources.kind} = 'sitemap' or count(*) > 0 then json_build_object(
    'total', count(*),
    'live', count(*) filter (where page.status = 'live'),
    'processing', count(*) filter (where page.status = 'processing'),
    'failed', count(*) filter (where page.status = 'failed')
  ) end
  from sources as page where page.parent_id = ${sources.id} and page.deleted_at is null
)`;

export interface PageCounts {
  total: number;
  live: number;
  processing: number;
  failed: number;
}

/** A source with what its newest job and sync say, and the version that answers or is to. */
export function selectSources(tx: TenantTx) {
  const shown = shownVersion(tx);
  const job = newestIngestion(tx);
  const next = nextResync(tx);
  const sync = newestSync(tx);
  return on(tx)
    .select({
      ...own,
      canonicalUrl: shown.canonicalUrl,
      mediaType: shown.mediaType,
      byteSize: shown.byteSize,
      pageCount: shown.pageCount,
      picturePages: shown.picturePages,
      wordCount: shown.wordCount,
      chunkCount: shown.chunkCount,
      jobId: job.jobId,
      nextSyncAt: next.dueAt,
      pages,
      lastSync: sync.row,
    })
    .from(sources)
    .leftJoinLateral(shown, sql`true`)
    .leftJoinLateral(job, sql`true`)
    .leftJoinLateral(next, sql`true`)
    .leftJoinLateral(sync, sql`true`);
}

function shownVersion(tx: TenantTx) {
  return on(tx)
    .select({
      canonicalUrl: sourceVersions.canonicalUrl,
      mediaType: sourceVersions.mediaType,
      byteSize: sourceVersions.byteSize,
      pageCount: sourceVersions.pageCount,
      picturePages: sourceVersions.picturePages,
      wordCount: sourceVersions.wordCount,
      chunkCount: sourceVersions.chunkCount,
    })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sources.id))
    .orderBy(
      desc(sql`${sourceVersions.id} is not distinct from ${sources.liveVersionId}`),
      desc(sourceVersions.number),
    )
    .limit(1)
    .as("shown");
}

function newestIngestion(tx: TenantTx) {
  return on(tx)
    .select({ jobId: sql<string>`${jobs.id}`.as("job_id") })
    .from(jobs)
    .where(and(eq(jobs.subjectId, sources.id), eq(jobs.kind, "ingestion")))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1)
    .as("job");
}

function nextResync(tx: TenantTx) {
  return on(tx)
    .select({ dueAt: jobs.dueAt })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, sources.id),
        eq(jobs.kind, "resync"),
        inArray(jobs.status, ["queued", "running"]),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1)
    .as("next_sync");
}

export type SourceRow = Awaited<ReturnType<typeof selectSources>>[number];
