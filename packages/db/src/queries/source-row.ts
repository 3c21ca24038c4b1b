import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(sources);

/** A source with what its newest version and its newest job say. */
export function selectSources(tx: TenantTx) {
  const newest = on(tx)
    .select({
      mediaType: sourceVersions.mediaType,
      byteSize: sourceVersions.byteSize,
      pageCount: sourceVersions.pageCount,
      wordCount: sourceVersions.wordCount,
      chunkCount: sourceVersions.chunkCount,
    })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sources.id))
    .orderBy(desc(sourceVersions.number))
    .limit(1)
    .as("newest");
  const job = on(tx)
    .select({ jobId: sql<string>`${jobs.id}`.as("job_id") })
    .from(jobs)
    .where(and(eq(jobs.subjectId, sources.id), eq(jobs.kind, "ingestion")))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1)
    .as("job");
  return on(tx)
    .select({
      ...own,
      mediaType: newest.mediaType,
      byteSize: newest.byteSize,
      pageCount: newest.pageCount,
      wordCount: newest.wordCount,
      chunkCount: newest.chunkCount,
      jobId: job.jobId,
    })
    .from(sources)
    .leftJoinLateral(newest, sql`true`)
    .leftJoinLateral(job, sql`true`);
}

export type SourceRow = Awaited<ReturnType<typeof selectSources>>[number];
