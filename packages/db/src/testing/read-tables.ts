import type { OwnerSql } from "../engine/engine.ts";

export interface ForeignKey {
  columns: string[];
  target: string;
  targetColumns: string[];
}

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  /** Of a column that takes one of a few words: the first of them. */
  firstWord?: string;
}

export interface Table {
  name: string;
  columns: Column[];
  foreignKeys: ForeignKey[];
}

/** Every table of ours as the database describes it, so that no test has to name one. */
export async function readTables(sql: OwnerSql): Promise<Table[]> {
  const names = await sql.rows<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const tables: Table[] = [];
  for (const { name } of names) {
    tables.push({
      name,
      columns: await readColumns(sql, name),
      foreignKeys: await readForeignKeys(sql, name),
    });
  }
  return tables;
}

async function readColumns(sql: OwnerSql, table: string): Promise<Column[]> {
  const rows = await sql.rows<Column & { check: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable,
       (select pg_get_constraintdef(c.oid) from pg_constraint c
        where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as check
     from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return rows.map(({ check, ...column }) => ({
    ...column,
    firstWord: check?.match(/'([^']+)'/)?.[1],
  }));
}

function readForeignKeys(sql: OwnerSql, table: string): Promise<ForeignKey[]> {
  const names = (relation: string, keys: string) =>
    `(select json_agg(a.attname order by k.position)
      from unnest(c.${keys}) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = c.${relation} and a.attnum = k.number)`;
  return sql.rows<ForeignKey>(
    `select ${names("conrelid", "conkey")} as columns, c.confrelid::regclass::text as target,
       ${names("confrelid", "confkey")} as "targetColumns"
     from pg_constraint c where c.contype = 'f' and c.conrelid = $1::regclass`,
    [table],
  );
}
