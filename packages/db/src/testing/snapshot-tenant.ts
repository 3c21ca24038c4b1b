import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { readTables } from "./read-tables.ts";

/** What the program changes by itself: the chain that events are sealed into, and when keys were used. */
const BY_ITSELF: Record<string, string> = {
  audit_events: "array['sequence', 'previous_hash', 'hash']",
  api_keys: "array['last_used_at']",
};

/** A digest of the rows of one tenant in each table that has tenants, as the database's owner sees them. */
export function snapshotTenant(
  db: Database,
  tenantId: string,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<Record<string, string>> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const tables = (await readTables(sql)).filter(
      ({ name, columns }) =>
        !except.includes(name) && columns.some((column) => column.name === "tenant_id"),
    );
    const digests = tables.map(
      ({ name }) => `select '${name}' as name, (
        select coalesce(md5(string_agg(row, ' ' order by row)), '') from (
          select (to_jsonb(t) - ${BY_ITSELF[name] ?? "array[]::text[]"})::text as row
          from ${name} t where tenant_id = $1) rows) as digest`,
    );
    const rows = await sql.rows<{ name: string; digest: string }>(digests.join(" union all "), [
      tenantId,
    ]);
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  });
}
