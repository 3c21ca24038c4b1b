import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(sources);

/** A source with what its newest job says, and the version that answers or is to. */
export function selectSources(tx: TenantTx) {
  const shown = on(tx)
    .select({
      canonicalUrl: sourceVersions.canonicalUrl,
      mediaType: sourceVersions.mediaType,
      byteSize: sourceVersions.byteSize,
      pageCount: sourceVersions.pageCount,
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
      canonicalUrl: shown.canonicalUrl,
      mediaType: shown.mediaType,
      byteSize: shown.byteSize,
      pageCount: shown.pageCount,
      wordCount: shown.wordCount,
      chunkCount: shown.chunkCount,
      jobId: job.jobId,
    })
    .from(sources)
    .leftJoinLateral(shown, sql`true`)
    .leftJoinLateral(job, sql`true`);
}

export type SourceRow = Awaited<ReturnType<typeof selectSources>>[number];
