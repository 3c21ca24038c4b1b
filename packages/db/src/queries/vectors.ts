import { sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { typeOf, type VectorTable } from "../vector-table.ts";

/** Recall@10 of .975 and more at 100k vectors; pgvector's own 40 finds .86. */
const SEARCH_BREADTH = 200;

export interface VectorRow {
  sourceVersionId: string;
  ordinal: number;
  values: Float32Array;
}

/** Writes anew what is there already; at most a few hundred rows at once. */
export async function upsertVectors(
  tx: TenantTx,
  table: VectorTable,
  { twinId, rows }: { twinId: string; rows: readonly VectorRow[] },
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ sourceVersionId, ordinal, values: numbers }) =>
      sql`(${twinId}::uuid, ${sourceVersionId}::uuid, ${ordinal}::integer, ${literal(numbers)}::${typeOf(table)})`,
  );
  await on(tx).execute(sql`
    insert into ${sql.identifier(table.name)} (twin_id, source_version_id, ordinal, embedding)
    values ${sql.join(values, sql`, `)}
    on conflict (source_version_id, ordinal) do update set embedding = excluded.embedding`);
}

/** The nearest by cosine of one twin, best first. Goes on past other twins' until it has enough. */
export async function searchVectors(
  tx: TenantTx,
  table: VectorTable,
  { twinId, vector, limit }: { twinId: string; vector: Float32Array; limit: number },
): Promise<{ sourceVersionId: string; ordinal: number; similarity: number }[]> {
  // The literal loads the extension, whose settings are not known before.
  await on(tx).execute(sql`
    select set_config(name, case name when 'hnsw.ef_search' then ${String(Math.max(limit, SEARCH_BREADTH))}
      else 'strict_order' end, true)
    from pg_settings, (select '[1]'::vector) as loaded
    where name in ('hnsw.ef_search', 'hnsw.iterative_scan')`);
  const distance = sql`embedding <=> ${literal(vector)}::${typeOf(table)}`;
  return rowsOf(
    tx,
    sql`
      select source_version_id as "sourceVersionId", ordinal, 1 - (${distance}) as similarity
      from ${sql.identifier(table.name)}
      where twin_id = ${twinId}::uuid
      order by ${distance}
      limit ${limit}`,
  );
}

export async function listVectorOrdinals(
  tx: TenantTx,
  table: VectorTable,
  sourceVersionId: string,
): Promise<number[]> {
  const rows = await rowsOf<{ ordinal: number }>(
    tx,
    sql`select ordinal from ${sql.identifier(table.name)}
        where source_version_id = ${sourceVersionId}::uuid order by ordinal`,
  );
  return rows.map(({ ordinal }) => ordinal);
}

export async function listVectorVersions(
  tx: TenantTx,
  table: VectorTable,
  twinId: string,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct source_version_id as id from ${sql.identifier(table.name)}
        where twin_id = ${twinId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/** Of one version of the twin, or of all of them. */
export async function deleteVectors(
  tx: TenantTx,
  table: VectorTable,
  { twinId, sourceVersionId }: { twinId: string; sourceVersionId?: string },
): Promise<void> {
  await on(tx).execute(sql`
    delete from ${sql.identifier(table.name)}
    where twin_id = ${twinId}::uuid
    ${sourceVersionId ? sql`and source_version_id = ${sourceVersionId}::uuid` : sql``}`);
}

function literal(values: Float32Array): string {
  return `[${values.join(",")}]`;
}
