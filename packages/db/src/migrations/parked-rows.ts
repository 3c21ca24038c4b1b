import type { OwnerSql } from "../engine/engine.ts";
import { deferChecks } from "./defer-checks.ts";
import { listNames, quoteName } from "./quote-name.ts";
import { type Catalog, readCatalog, type TableShape } from "./read-catalog.ts";

/** What a step back takes away is copied here first, and given back when the step runs again. */
const SHADOW = "understudy_migrations";

/** By step, because a later step may take a column of a table that an earlier one takes whole. */
const prefixOf = (step: string) => `parked_${step.slice(0, 4)}_`;
const shadowOf = (step: string, table: string) => `${SHADOW}.${quoteName(prefixOf(step) + table)}`;

export interface StepBack {
  step: string;
  before: Catalog;
  after: Catalog;
}

/** Copies the rows of each table, or the columns with their keys, that `after` no longer has as it was. */
export async function parkRows(sql: OwnerSql, { step, before, after }: StepBack): Promise<void> {
  for (const [table, shape] of before) {
    const lost = lostColumns(shape, after.get(table));
    if (lost.length === 0) continue;
    const columns = listNames([...new Set([...shape.primaryKey, ...lost])]);
    await sql.run(
      `create table ${shadowOf(step, table)} as select ${columns} from ${quoteName(table)}`,
    );
  }
}

function lostColumns(before: TableShape, after: TableShape | undefined): string[] {
  const columns = [...before.columns].filter(([name, type]) => after?.columns.get(name) !== type);
  return columns.map(([name]) => name);
}

/** Gives back what the step's way back took, where it fits again; returns with all checks passed. */
export async function restoreRows(sql: OwnerSql, step: string): Promise<void> {
  const parked = await readCatalog(sql, SHADOW, prefixOf(step));
  const present = await readCatalog(sql, "public");
  const returned = [...parked].filter(([table, { columns }]) =>
    [...columns].every(([name, type]) => present.get(table)?.columns.get(name) === type),
  );
  if (returned.length === 0) return;
  await deferChecks(sql, async () => {
    for (const [table, { columns }] of returned) {
      const shadow = shadowOf(step, table);
      const shape = present.get(table)!;
      await restore(sql, table, { shadow, shape, columns: [...columns.keys()] });
    }
  });
}

async function restore(
  sql: OwnerSql,
  table: string,
  { shadow, shape, columns }: { shadow: string; shape: TableShape; columns: string[] },
): Promise<void> {
  const isWhole = [...shape.columns.keys()].every((name) => columns.includes(name));
  if (isWhole) {
    const names = listNames(columns);
    await sql.run(
      `insert into ${quoteName(table)} (${names}) select ${names} from ${shadow} on conflict do nothing`,
    );
  } else {
    const given = columns.filter((name) => !shape.primaryKey.includes(name));
    const values = given.map((name) => `${quoteName(name)} = parked.${quoteName(name)}`).join(", ");
    const keys = shape.primaryKey.map(
      (name) => `kept.${quoteName(name)} = parked.${quoteName(name)}`,
    );
    await sql.run(
      `update ${quoteName(table)} kept set ${values} from ${shadow} parked where ${keys.join(" and ")}`,
    );
  }
  await sql.run(`drop table ${shadow}`);
}
