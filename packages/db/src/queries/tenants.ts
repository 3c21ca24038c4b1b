import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { tenants } from "../tables/tenants.ts";
import { one } from "./one.ts";

export type TenantRow = typeof tenants.$inferSelect;

/** The tenant of the scope. */
export async function getTenant(tx: TenantTx): Promise<TenantRow> {
  return one(await on(tx).select().from(tenants));
}

export async function renameTenant(tx: TenantTx, name: string): Promise<TenantRow> {
  return one(await on(tx).update(tenants).set({ name }).returning());
}
