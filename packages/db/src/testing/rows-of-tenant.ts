import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import type { Rows } from "./fill-tables.ts";
import { readTables } from "./read-tables.ts";

/** Every row that belongs to a tenant, by table, as text. */
export function readTenantRows(
  db: Database,
  tenantId: string,
): Promise<Map<string, readonly string[]>> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const rows = new Map<string, readonly string[]>();
    for (const { name, columns } of await readTables(sql)) {
      const key = name === "tenants" ? "id" : "tenant_id";
      if (name !== "tenants" && !columns.some((column) => column.name === key)) continue;
      const found = await sql.rows<{ row: string }>(
        `select to_json(t)::text as row from ${name} t where ${key} = $1::text::uuid order by 1`,
        [tenantId],
      );
      if (found.length > 0)
        rows.set(
          name,
          found.map(({ row }) => row),
        );
    }
    return rows;
  });
}

/**
 * Columns that are named after a row and have no foreign key to it name it all the same: a row of every
 * table names this visitor, with what they said.
 */
export function nameEverywhere(db: Database, rows: Rows): Promise<void> {
  const names: Record<string, unknown> = {
    visitor_id: rows.get("visitors")?.id,
    conversation_id: rows.get("conversations")?.id,
    message_id: rows.get("messages")?.id,
  };
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    for (const { name, columns } of await readTables(sql)) {
      for (const column of columns) {
        const id = names[column.name];
        if (!id || !rows.get(name)?.tenant_id) continue;
        await sql.rows(
          `update ${name} set ${column.name} = $1::text::uuid where tenant_id = $2::text::uuid`,
          [id, rows.get(name)?.tenant_id],
        );
      }
    }
  });
}
