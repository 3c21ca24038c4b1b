import type { OwnerSql } from "../engine/engine.ts";
import { type Catalog, readCatalog, type TableShape } from "./read-catalog.ts";

/** What a step back takes away is copied here first, and given back when the step runs again. */
const SHADOW = "understudy_migrations";

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]) => names.map(quote).join(", ");
const shadowOf = (table: string) => `${SHADOW}.${quote(`parked_${table}`)}`;

/** Copies the rows of each table, or the columns with their keys, that `after` no longer has as it was. */
export async function parkRows(sql: OwnerSql, before: Catalog, after: Catalog): Promise<void> {
  for (const [table, shape] of before) {
    const lost = lostColumns(shape, after.get(table));
    if (lost.length === 0) continue;
    const columns = list([...new Set([...shape.primaryKey, ...lost])]);
    await sql.run(`create table ${shadowOf(table)} as select ${columns} from ${quote(table)}`);
  }
}

function lostColumns(before: TableShape, after: TableShape | undefined): string[] {
  const columns = [...before.columns].filter(([name, type]) => after?.columns.get(name) !== type);
  return columns.map(([name]) => name);
}

/** Gives parked rows back to each table or column that exists again; returns with all checks passed. */
export async function restoreRows(sql: OwnerSql): Promise<void> {
  const parked = await readCatalog(sql, SHADOW, "parked_");
  const present = await readCatalog(sql, "public");
  const returned = [...parked].filter(([table, { columns }]) =>
    [...columns].every(([name, type]) => present.get(table)?.columns.get(name) === type),
  );
  if (returned.length === 0) return;
  await deferChecks(sql, async () => {
    for (const [table, { columns }] of returned) {
      await restore(sql, table, { shape: present.get(table)!, columns: [...columns.keys()] });
    }
  });
}

async function restore(
  sql: OwnerSql,
  table: string,
  { shape, columns }: { shape: TableShape; columns: string[] },
): Promise<void> {
  const isWhole = [...shape.columns.keys()].every((name) => columns.includes(name));
  if (isWhole) {
    const names = list(columns);
    await sql.run(
      `insert into ${quote(table)} (${names}) select ${names} from ${shadowOf(table)} on conflict do nothing`,
    );
  } else {
    const given = columns.filter((name) => !shape.primaryKey.includes(name));
    const values = given.map((name) => `${quote(name)} = parked.${quote(name)}`).join(", ");
    const keys = shape.primaryKey.map((name) => `kept.${quote(name)} = parked.${quote(name)}`);
    await sql.run(
      `update ${quote(table)} kept set ${values} from ${shadowOf(table)} parked where ${keys.join(" and ")}`,
    );
  }
  await sql.run(`drop table ${shadowOf(table)}`);
}

/** Tables refer to each other in circles, so references are judged when all rows are back. */
async function deferChecks(sql: OwnerSql, work: () => Promise<void>): Promise<void> {
  const keys = await sql.rows<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable`,
  );
  const alter = (how: string) =>
    keys
      .map(({ table, name }) => `alter table ${table} alter constraint ${quote(name)} ${how};`)
      .join("\n");
  await sql.run(alter("deferrable initially deferred"));
  await work();
  await sql.run("set constraints all immediate");
  await sql.run(alter("not deferrable"));
}
