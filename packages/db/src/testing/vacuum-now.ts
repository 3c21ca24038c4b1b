import postgres from "postgres";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { settleTables } from "../settle-tables.ts";
import { urlOfTestDatabase } from "./server-template.ts";

/** After much was written: as each engine leaves its tables by itself, only at once. */
export async function vacuumNow(db: Database): Promise<void> {
  if (engineOf(db).kind !== "server") return void (await settleTables(db));
  const direct = postgres(await urlOfTestDatabase(db), { max: 1, onnotice: () => {} });
  await direct.unsafe("vacuum analyze").finally(() => direct.end());
}
