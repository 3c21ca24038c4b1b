import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";

/** Whether this database can hold dense vectors itself. */
export async function hasVectorExtension(tx: DispatchTx): Promise<boolean> {
  const rows = await rowsOf(tx, sql`select from pg_extension where extname = 'vector'`);
  return rows.length > 0;
}
