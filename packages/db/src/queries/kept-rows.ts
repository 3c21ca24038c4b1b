import { sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

/** The rows of each table that belong to a twin; without one, to the tenant. Tables without any are not named. */
export async function countKeptRows(
  tx: TenantTx,
  twinId: string | null,
): Promise<Record<string, number>> {
  const rows = await rowsOf<{ kept_in: string; row_count: string | number | bigint }>(
    tx,
    sql`select kept_in, row_count from count_kept_rows(${twinId}::uuid) where row_count > 0`,
  );
  return Object.fromEntries(rows.map((row) => [row.kept_in, Number(row.row_count)]));
}

/** Every table with a tenant's rows in it, those of vectors included. */
export async function listTenantTables(
  tx: TenantTx,
): Promise<{ name: string; hasTwin: boolean }[]> {
  return rowsOf(
    tx,
    sql`
      select c.relname as name, exists (
        select from pg_attribute t where t.attrelid = c.oid and t.attname = 'twin_id') as "hasTwin"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      order by c.relname`,
  );
}

export interface Mentioned {
  table: string;
  /** Rows of other twins are left out. */
  twinId: string | null;
  ids: readonly string[];
  words?: readonly string[];
}

/** The rows of a table in which one of the ids, or one of the words, stands anywhere. */
export async function countMentions(tx: TenantTx, mentioned: Mentioned): Promise<number> {
  const { table, twinId, ids, words = [] } = mentioned;
  const [row] = await rowsOf<{ n: string | number | bigint }>(
    tx,
    sql`select count_mentions(${table}, ${twinId}::uuid, ${list(ids)}::uuid[], ${wordList(words)}::text[]) as n`,
  );
  return Number(row?.n ?? 0);
}

/** What takes long may take long: the whole of a tenant goes in one statement. */
export async function allowLong(tx: TenantTx): Promise<void> {
  await on(tx).execute(sql`select set_config('statement_timeout', '600s', true)`);
}

/** Its last rows, the accounts of people who are nowhere else, and then itself. */
export async function eraseTenant(
  tx: TenantTx,
  { erasureId, replacementId }: { erasureId: string; replacementId: string },
): Promise<void> {
  await on(tx).execute(sql`select erase_tenant(${erasureId}::uuid, ${replacementId}::uuid)`);
}

/** Heard by every process after the commit. */
export async function announceErased(tx: TenantTx, twinId: string): Promise<void> {
  await on(tx).execute(sql`select pg_notify('understudy_erased', ${twinId})`);
}

export const list = (ids: readonly (string | number)[]) => `{${ids.join(",")}}`;
const wordList = (words: readonly string[]) =>
  `{${words.map((word) => JSON.stringify(word)).join(",")}}`;
