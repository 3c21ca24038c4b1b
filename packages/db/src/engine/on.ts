import type { SQL } from "drizzle-orm";
import type { AuthTx, DispatchTx, ResolverTx, TenantTx } from "../scope.ts";
import type { Sql } from "./engine.ts";

type AnyTx = TenantTx | AuthTx | ResolverTx | DispatchTx;

/** Drizzle on the transaction of a scope. */
export function on(tx: AnyTx): Sql {
  return tx as unknown as Sql;
}

/** The rows of a statement that Drizzle cannot build; the drivers wrap them differently. */
export async function rowsOf<Row>(tx: AnyTx, query: SQL): Promise<Row[]> {
  const result: unknown = await on(tx).execute(query);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[];
}
