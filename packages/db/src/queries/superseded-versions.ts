import { and, asc, eq, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks, sourceSegments } from "../tables/chunks.ts";
import { sourceSyncs } from "../tables/source-syncs.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

const live = alias(sourceVersions, "live_version");

export interface SupersededVersion {
  id: string;
  twinId: string;
  blobKey: string | null;
}

/** Older than the version that answers, and not reclaimed yet. */
function selectSuperseded(tx: TenantTx, twinId: string, before?: Date) {
  const supersededSince = on(tx)
    .select({ id: sourceSyncs.id })
    .from(sourceSyncs)
    .where(
      and(
        eq(sourceSyncs.sourceId, sourceVersions.sourceId),
        eq(sourceSyncs.previousVersionId, sourceVersions.id),
        sql`${sourceSyncs.finishedAt} > ${before?.toISOString()}::timestamptz`,
      ),
    );
  return on(tx)
    .select({
      id: sourceVersions.id,
      twinId: sourceVersions.twinId,
      blobKey: sourceVersions.blobKey,
    })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(live, eq(live.id, sources.liveVersionId))
    .where(
      and(
        eq(sourceVersions.twinId, twinId),
        isNull(sourceVersions.reclaimedAt),
        lt(sourceVersions.number, live.number),
        before && notExists(supersededSince),
      ),
    );
}

/** Those of a twin that had stopped answering by then. */
export function listSuperseded(
  tx: TenantTx,
  { twinId, before, limit }: { twinId: string; before: Date; limit: number },
): Promise<SupersededVersion[]> {
  return selectSuperseded(tx, twinId, before).orderBy(asc(sourceVersions.id)).limit(limit);
}

export async function countSuperseded(tx: TenantTx, twinId: string): Promise<number> {
  return on(tx).$count(selectSuperseded(tx, twinId).as("superseded"));
}

/** Their vectors go with them, and citations of them keep their quotes. Gives how many there were. */
export async function deleteSomeChunks(
  tx: TenantTx,
  { sourceVersionId, limit }: { sourceVersionId: string; limit: number },
): Promise<number> {
  const some = on(tx)
    .select({ id: chunks.id })
    .from(chunks)
    .where(eq(chunks.sourceVersionId, sourceVersionId))
    .limit(limit);
  const gone = await on(tx)
    .delete(chunks)
    .where(inArray(chunks.id, some))
    .returning({ id: chunks.id });
  return gone.length;
}

/** What is left of it is its place in the history of its source. */
export async function markReclaimed(tx: TenantTx, sourceVersionId: string): Promise<void> {
  await on(tx).delete(sourceSegments).where(eq(sourceSegments.sourceVersionId, sourceVersionId));
  await on(tx)
    .update(sourceVersions)
    .set({ reclaimedAt: sql`now()`, text: null, blocks: null, sketch: null })
    .where(eq(sourceVersions.id, sourceVersionId));
}
