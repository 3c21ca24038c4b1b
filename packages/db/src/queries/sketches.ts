import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { one } from "./one.ts";

export interface SketchRow {
  sourceVersionId: string;
  sourceId: string;
  sketch: Uint8Array;
}

/** Of what answers in a twin; a page behind the last seen. */
export async function listSketches(
  tx: TenantTx,
  page: { twinId: string; afterId: string | null; limit: number },
): Promise<SketchRow[]> {
  const { twinId, afterId, limit } = page;
  const rows = await on(tx)
    .select({
      sourceVersionId: sourceVersions.id,
      sourceId: sources.id,
      sketch: sourceVersions.sketch,
    })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        isNotNull(sourceVersions.sketch),
        afterId ? gt(sourceVersions.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
  return rows as SketchRow[];
}

/** Versions that answer in a twin and were not compared with the others. An owner may well hold what a source says. */
export function listUnsketched(
  tx: TenantTx,
  { twinId, limit }: { twinId: string; limit: number },
): Promise<{ sourceVersionId: string; sourceId: string }[]> {
  return on(tx)
    .select({ sourceVersionId: sourceVersions.id, sourceId: sources.id })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        ne(sources.kind, "belief"),
        isNull(sourceVersions.sketch),
        isNotNull(sourceVersions.text),
        gt(sourceVersions.chunkCount, 0),
      ),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
}

export async function saveSketches(
  tx: TenantTx,
  rows: readonly Omit<SketchRow, "sourceId">[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ sourceVersionId, sketch }): SQL => sql`(${sourceVersionId}::uuid, ${sketch}::bytea)`,
  );
  await on(tx).execute(sql`
    update source_versions set sketch = made.sketch
    from (values ${sql.join(values, sql`, `)}) as made (id, sketch)
    where source_versions.id = made.id`);
}

/** How each begins, as it was understood. */
export async function listVersionBeginnings(
  tx: TenantTx,
  { sourceVersionIds, characters }: { sourceVersionIds: readonly string[]; characters: number },
): Promise<{ sourceVersionId: string; text: string }[]> {
  return on(tx)
    .select({
      sourceVersionId: sourceVersions.id,
      text: sql<string>`left(${sourceVersions.text}, ${characters}::int)`,
    })
    .from(sourceVersions)
    .where(inArray(sourceVersions.id, [...sourceVersionIds]));
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
