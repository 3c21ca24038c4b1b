import postgres from "postgres";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { urlOfTestDatabase } from "./server-template.ts";

/** After much was written: as a server's autovacuum leaves the tables. The embedded engine has none. */
export async function settleTables(db: Database): Promise<void> {
  const engine = engineOf(db);
  if (engine.kind !== "server") return engine.ownerTransaction((sql) => sql.run("analyze"));
  const direct = postgres(await urlOfTestDatabase(db), { max: 1, onnotice: () => {} });
  await direct.unsafe("vacuum analyze").finally(() => direct.end());
}
