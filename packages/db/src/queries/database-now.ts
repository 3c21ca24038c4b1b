import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { one } from "./one.ts";

/** When this transaction began, by the database's clock. */
export async function databaseNow(tx: TenantTx): Promise<Date> {
  const query = sql`select extract(epoch from now())::float8 as seconds`;
  return new Date(Number(one(await rowsOf<{ seconds: number }>(tx, query)).seconds) * 1_000);
}
