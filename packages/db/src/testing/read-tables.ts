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

/**
 * Every table of ours as the database describes it, so that no test has to name one, without what it computes
 * by itself; in one question, as
 * a hundred small ones take the embedded engine a third of a second.
 */
export async function readTables(sql: OwnerSql): Promise<Table[]> {
  const tables = await sql.rows<Described>(`
    select relname as name,
      (select coalesce(json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
          'check', (select pg_get_constraintdef(c.oid) from pg_constraint c
            where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum])
        ) order by a.attnum), '[]')
        from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(json_build_object(
          'columns', ${namesOf("conrelid", "conkey")}, 'target', c.confrelid::regclass::text,
          'targetColumns', ${namesOf("confrelid", "confkey")}
        )), '[]')
        from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid) as "foreignKeys"
    from pg_class t
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`);
  return tables.map(({ columns, ...table }) => ({ ...table, columns: columns.map(toColumn) }));
}

type Described = Omit<Table, "columns"> & { columns: (Column & { check: string | null })[] };

function toColumn({ check, ...column }: Described["columns"][number]): Column {
  return { ...column, firstWord: check?.match(/'([^']+)'/)?.[1] };
}

function namesOf(relation: string, keys: string): string {
  return `(select json_agg(a.attname order by k.position)
    from unnest(c.${keys}) with ordinality as k (number, position)
    join pg_attribute a on a.attrelid = c.${relation} and a.attnum = k.number)`;
}
