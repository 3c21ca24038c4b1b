import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

/** Makes what happened so in the rows of a table, or in some, seem to have happened that many days earlier. */
export async function backdate(
  db: Database,
  {
    table,
    column,
    days,
    where = "true",
  }: { table: string; column: string; days: number; where?: string },
): Promise<void> {
  await engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(
      `update ${table} set ${column} = ${column} - interval '${days} days' where ${where}`,
    );
  });
}
