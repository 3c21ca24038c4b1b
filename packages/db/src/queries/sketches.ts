import { and, asc, eq, gt, gte, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { one } from "./one.ts";

/** Null where it is to be made anew. */
export async function saveSketch(
  tx: TenantTx,
  { sourceVersionId, sketch }: { sourceVersionId: string; sketch: Uint8Array | null },
): Promise<void> {
  await on(tx).update(sourceVersions).set({ sketch }).where(eq(sourceVersions.id, sourceVersionId));
}

export interface SketchRow {
  sourceVersionId: string;
  sourceId: string;
  sketch: Uint8Array;
}

/** Of what answers in a twin, and of what is about to, in other sources; a page behind the last seen. */
export async function listSketches(
  tx: TenantTx,
  page: { twinId: string; exceptSourceId: string; afterId: string | null; limit: number },
): Promise<SketchRow[]> {
  const { twinId, exceptSourceId, afterId, limit } = page;
  const liveNumber = sql`coalesce((
    select live.number from source_versions as live where live.id = sources.live_version_id
  ), 0)`;
  const rows = await on(tx)
    .select({
      sourceVersionId: sourceVersions.id,
      sourceId: sourceVersions.sourceId,
      sketch: sourceVersions.sketch,
    })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(
      and(
        eq(sourceVersions.twinId, twinId),
        ne(sourceVersions.sourceId, exceptSourceId),
        isNull(sources.deletedAt),
        isNotNull(sourceVersions.sketch),
        gte(sourceVersions.number, liveNumber),
        afterId ? gt(sourceVersions.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
  return rows as SketchRow[];
}

/** The text as it was understood, empty before that. */
export async function getVersionText(tx: TenantTx, sourceVersionId: string): Promise<string> {
  const { text } = one(
    await on(tx)
      .select({ text: sourceVersions.text })
      .from(sourceVersions)
      .where(eq(sourceVersions.id, sourceVersionId)),
  );
  return text ?? "";
}

/** Versions that answer, read before sketches were made: texts that no one is compared with. */
export async function listUnsketchedVersionIds(tx: TenantTx, limit: number): Promise<string[]> {
  const rows = await on(tx)
    .select({ id: sourceVersions.id })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(
      and(
        isNull(sources.deletedAt),
        ne(sources.kind, "belief"),
        isNull(sourceVersions.sketch),
        isNotNull(sourceVersions.text),
        gt(sourceVersions.chunkCount, 0),
      ),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
