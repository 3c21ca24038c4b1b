import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

/** What someone with the database's own password could do: no right and no policy stands against it. */
export function tamper(db: Database, statement: string): Promise<void> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(statement);
  });
}
