import { randomBytes } from "node:crypto";
import type { Database } from "../database.ts";
import type { OwnerSql } from "../engine/engine.ts";
import { engineOf } from "../engine/registry.ts";
import { newId } from "../new-id.ts";
import { type Column, type ForeignKey, readTables, type Table } from "./read-tables.ts";

export type Row = Record<string, unknown>;
/** One row of each table, by the table's name. */
export type Rows = Map<string, Row>;

/** Puts one row of a new tenant into every table there is, each referring to the others. */
export function fillTables(db: Database): Promise<{ tenantId: string; rows: Rows }> {
  const tenantId = newId();
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const rows: Rows = new Map();
    let waiting = await readTables(sql);
    const all = waiting;
    while (waiting.length > 0) {
      const ready = waiting.filter((table) => isReady(table, rows));
      if (ready.length === 0) throw new Error(`${waiting.map((t) => t.name)} refer in a circle`);
      for (const table of ready) rows.set(table.name, await insert(sql, table, { tenantId, rows }));
      waiting = waiting.filter((table) => !ready.includes(table));
    }
    for (const table of all) await closeCircles(sql, table, rows);
    return { tenantId, rows };
  });
}

/** What names a twin waits for it, whether or not a foreign key says so. */
function isReady(table: Table, rows: Rows): boolean {
  const namesTwin = table.columns.some(({ name }) => name === "twin_id");
  return (!namesTwin || rows.has("twins")) && table.foreignKeys.every(isResolved(table, rows));
}

const isResolved = (table: Table, rows: Rows) => (key: ForeignKey) =>
  rows.has(key.target) || isOptional(table, key);

function isOptional(table: Table, key: ForeignKey): boolean {
  return key.columns.some((name) => table.columns.find((column) => column.name === name)?.nullable);
}

async function insert(
  sql: OwnerSql,
  table: Table,
  { tenantId, rows }: { tenantId: string; rows: Rows },
): Promise<Row> {
  const row: Row = {};
  for (const column of table.columns) row[column.name] = makeValue(column);
  for (const key of table.foreignKeys) Object.assign(row, referring(table, key, rows));
  if ("tenant_id" in row) row.tenant_id = tenantId;
  if ("twin_id" in row) row.twin_id = rows.get("twins")?.id ?? row.twin_id;
  if (table.name === "tenants") row.id = tenantId;
  const names = table.columns.map(({ name }) => name).join(", ");
  const [stored] = await sql.rows<{ row: Row }>(
    `insert into ${table.name} (${names}) select ${names} from json_populate_record(null::${table.name}, $1::text::json)
     returning to_json(${table.name}) as row`,
    [JSON.stringify(row)],
  );
  return Object.fromEntries(table.columns.map(({ name }) => [name, stored!.row[name]]));
}

/** What a key's columns hold: the target's row, or nothing while that is not there yet. */
function referring(table: Table, key: ForeignKey, rows: Rows): Row {
  const target = rows.get(key.target);
  const own = key.columns.map(
    (name, i) => [name, target?.[key.targetColumns[i]!] ?? null] as const,
  );
  const isNullable = (name: string) =>
    table.columns.find((column) => column.name === name)?.nullable;
  return Object.fromEntries(target ? own : own.filter(([name]) => isNullable(name)));
}

/** A table that refers to a later one, or to itself, gets its reference once that row is there. */
async function closeCircles(sql: OwnerSql, table: Table, rows: Rows): Promise<void> {
  const row = rows.get(table.name)!;
  for (const key of table.foreignKeys) {
    const values = Object.entries(referring(table, key, rows)).filter(
      ([name]) => row[name] === null,
    );
    for (const [name, value] of values) {
      await sql.rows(
        `update ${table.name} set ${name} = $1::text::uuid where id = $2::text::uuid`,
        [value, row.id],
      );
      row[name] = value;
    }
  }
}

function makeValue({ type, firstWord }: Column): unknown {
  if (firstWord !== undefined) return firstWord;
  if (type === "uuid") return newId();
  if (type === "text") return `canary-${randomBytes(9).toString("base64url")}`;
  if (type === "bytea") return `\\x${randomBytes(16).toString("hex")}`;
  if (type === "boolean") return true;
  if (type === "jsonb") return {};
  if (type.endsWith("[]")) return null;
  if (type.startsWith("timestamp")) return new Date().toISOString();
  return 1;
}
