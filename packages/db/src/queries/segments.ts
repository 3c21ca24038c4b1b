import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceSegments } from "../tables/chunks.ts";
import { sources } from "../tables/sources.ts";

const FORMAT = 1;

/** The packed segment of a version, replaced whole. */
export async function saveSegment(
  tx: TenantTx,
  segment: {
    version: { id: string; twinId: string };
    passageCount: number;
    bytes: Uint8Array;
    /** Of the bytes' layout, when a later program reads another one. */
    format?: number;
  },
): Promise<void> {
  const { version, passageCount, bytes, format = FORMAT } = segment;
  await on(tx)
    .insert(sourceSegments)
    .values({ sourceVersionId: version.id, twinId: version.twinId, format, passageCount, bytes })
    .onConflictDoUpdate({
      target: sourceSegments.sourceVersionId,
      set: {
        format: sql`excluded.format`,
        passageCount: sql`excluded.passage_count`,
        bytes: sql`excluded.bytes`,
      },
    });
}

/** A segment as it stands: `stamp` is another one after each write. */
export interface LiveSegment {
  sourceVersionId: string;
  stamp: string;
  sourceId: string;
  /** The site or archive that its source came with. */
  parentId: string | null;
}

/** The segments of the versions that answer in a twin now. */
export function listLiveSegments(tx: TenantTx, twinId: string): Promise<LiveSegment[]> {
  return on(tx)
    .select({
      sourceVersionId: sourceSegments.sourceVersionId,
      stamp: sql<string>`${sourceSegments}.xmin::text`,
      sourceId: sources.id,
      parentId: sources.parentId,
    })
    .from(sources)
    .innerJoin(sourceSegments, eq(sourceSegments.sourceVersionId, sources.liveVersionId))
    .where(and(eq(sources.twinId, twinId), isNull(sources.deletedAt)));
}

export interface SegmentRow {
  sourceVersionId: string;
  format: number;
  passageCount: number;
  bytes: Uint8Array;
}

export async function listSegments(
  tx: TenantTx,
  sourceVersionIds: readonly string[],
): Promise<SegmentRow[]> {
  if (sourceVersionIds.length === 0) return [];
  return on(tx)
    .select({
      sourceVersionId: sourceSegments.sourceVersionId,
      format: sourceSegments.format,
      passageCount: sourceSegments.passageCount,
      bytes: sourceSegments.bytes,
    })
    .from(sourceSegments)
    .where(inArray(sourceSegments.sourceVersionId, [...sourceVersionIds]));
}
