import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";

/** On the embedded engine, which does not by itself: counts and cleans the tables in which much was written, and names them. */
export async function settleTables(db: Database): Promise<string[]> {
  return (await engineOf(db).settle?.()) ?? [];
}
