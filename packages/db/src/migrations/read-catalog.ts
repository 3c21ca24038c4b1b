import type { OwnerSql } from "../engine/engine.ts";

export interface TableShape {
  /** Stored columns by name, with their type; what the database computes is not among them. */
  columns: Map<string, string>;
  primaryKey: string[];
}
export type Catalog = Map<string, TableShape>;

const emptyShape = (): TableShape => ({ columns: new Map(), primaryKey: [] });

interface ColumnRow {
  table: string;
  column: string;
  type: string;
  is_key: boolean;
}

const COLUMNS = `
  select c.relname as table, a.attname as column,
    format_type(a.atttypid, a.atttypmod) as type,
    coalesce(a.attnum = any (i.indkey), false) as is_key
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relkind = 'r' and c.relnamespace = $1::regnamespace and a.attgenerated = ''
  order by c.relname, a.attnum`;

/** The tables of a schema whose names begin with a prefix, named without it. */
export async function readCatalog(sql: OwnerSql, schema: string, prefix = ""): Promise<Catalog> {
  const catalog: Catalog = new Map();
  for (const row of await sql.rows<ColumnRow>(COLUMNS, [schema])) {
    if (!row.table.startsWith(prefix)) continue;
    const table = row.table.slice(prefix.length);
    const shape = catalog.get(table) ?? emptyShape();
    shape.columns.set(row.column, row.type);
    if (row.is_key) shape.primaryKey.push(row.column);
    catalog.set(table, shape);
  }
  return catalog;
}
