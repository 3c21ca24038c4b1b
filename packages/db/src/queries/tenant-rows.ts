import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

/** A table as the database describes it: what may leave, and by what it is gone through. */
export interface TenantTable {
  name: string;
  hasId: boolean;
  hasTwin: boolean;
  columns: string[];
  /** Bytes, vectors and words for searching: made from the rest, or no one's to read. */
  opaque: string[];
}

export function describeTenantTables(tx: TenantTx): Promise<TenantTable[]> {
  return rowsOf(
    tx,
    sql`
      select c.relname as name,
        bool_or(a.attname = 'id') as "hasId", bool_or(a.attname = 'twin_id') as "hasTwin",
        array_agg(a.attname::text) as columns,
        coalesce(array_agg(a.attname::text) filter (
          where format_type(a.atttypid, null) in ('bytea', 'tsvector', 'vector', 'halfvec')), '{}') as opaque
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      group by c.relname having bool_or(a.attname = 'tenant_id') or c.relname = 'tenants'
      order by c.relname`,
  );
}

export interface RowsAsked {
  table: TenantTable;
  without: readonly string[];
  /** Of one twin, or of one visitor with what they said; without either, of the tenant. */
  twinId?: string | null;
  mentioning?: readonly string[];
  after: string | null;
  limit: number;
}

const UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Rows as JSON, a page at a time, behind the place last seen. */
export function listTenantRows(
  tx: TenantTx,
  { table, without, twinId, mentioning, after, limit }: RowsAsked,
): Promise<{ place: string; row: Record<string, unknown> }[]> {
  const place = table.hasId ? sql`id` : sql`ctid`;
  const type = sql.raw(table.hasId ? "uuid" : "tid");
  const wanted: SQL[] = [sql`true`];
  if (after !== null) wanted.push(sql`t.${place} > ${after}::${type}`);
  if (twinId && table.name === "twins") wanted.push(sql`t.id = ${twinId}`);
  else if (twinId && table.hasTwin) wanted.push(sql`t.twin_id = ${twinId}`);
  if (mentioning) {
    const ids = `{${mentioning.join(",")}}`;
    wanted.push(sql`exists (
      select from regexp_matches(lower(to_jsonb(t)::text), ${UUIDS}, 'g') as found
      where found[1]::uuid = any (${ids}::uuid[]))`);
  }
  const hidden = `{${without.join(",")}}`;
  return rowsOf(
    tx,
    sql`select t.${place}::text as place, to_jsonb(t) - ${hidden}::text[] as row
      from ${sql.identifier(table.name)} t where ${sql.join(wanted, sql` and `)}
      order by t.${place} limit ${limit}`,
  );
}
