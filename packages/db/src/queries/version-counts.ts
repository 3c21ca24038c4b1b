import { asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

/** What a version should have, and what there is of it. */
export interface VersionCounts {
  id: string;
  sourceId: string;
  twinId: string;
  blobKey: string | null;
  isLive: boolean;
  isReclaimed: boolean;
  isParsed: boolean;
  /** That it was cut into; null before that. */
  chunkCount: number | null;
  chunks: number;
  /** By the model that its twin's passages are found by. */
  vectors: number;
  /** Passages in its index; null without one. */
  indexed: number | null;
}

/** A page of a tenant's versions, behind the last one seen. */
export function countVersions(
  tx: TenantTx,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<VersionCounts[]> {
  const { id } = sourceVersions;
  return on(tx)
    .select({
      id,
      sourceId: sourceVersions.sourceId,
      twinId: sourceVersions.twinId,
      blobKey: sourceVersions.blobKey,
      isLive: sql<boolean>`${sources.liveVersionId} is not distinct from ${id}`,
      isReclaimed: sql<boolean>`${isNotNull(sourceVersions.reclaimedAt)}`,
      isParsed: sql<boolean>`${isNotNull(sourceVersions.text)}`,
      chunkCount: sourceVersions.chunkCount,
      chunks: sql`(
        select count(*) from chunks where chunks.source_version_id = source_versions.id
      )`.mapWith(Number),
      vectors: sql`(
        select count(*) from chunks
        join chunk_embeddings on chunk_embeddings.chunk_id = chunks.id
        where chunks.source_version_id = source_versions.id and chunk_embeddings.model = (
            select model from index_generations
            where twin_id = source_versions.twin_id and status = 'live'
          )
      )`.mapWith(Number),
      indexed: sql<number | null>`(
        select passage_count from source_segments where source_version_id = source_versions.id
      )`,
    })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(afterId ? gt(id, afterId) : undefined)
    .orderBy(asc(id))
    .limit(limit);
}
