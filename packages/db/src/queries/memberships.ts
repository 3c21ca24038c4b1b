import { asc, eq, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { AuthTx } from "../scope.ts";
import { memberships, type Role } from "../tables/memberships.ts";
import { tenants } from "../tables/tenants.ts";
import { users } from "../tables/users.ts";

export interface UserTenant {
  tenantId: string;
  name: string;
  slug: string;
  role: Role;
  createdAt: Date;
}

/** The tenants of an account, in the order it came to them. */
export function listTenantsOfUser(tx: AuthTx, userId: string): Promise<UserTenant[]> {
  return on(tx)
    .select({
      tenantId: tenants.id,
      name: tenants.name,
      slug: tenants.slug,
      role: memberships.role,
      createdAt: tenants.createdAt,
    })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
}

/** Every tenant of the instance, the oldest first. */
export function listTenants(tx: AuthTx): Promise<{ id: string; name: string }[]> {
  return on(tx)
    .select({ id: tenants.id, name: tenants.name })
    .from(tenants)
    .orderBy(asc(tenants.id));
}

/** A new tenant with its first member, who owns it. Gives the tenant's id. */
export async function insertTenantWithOwner(
  tx: AuthTx,
  { userId, name }: { userId: string; name: string },
): Promise<string> {
  const tenantId = newId();
  await on(tx)
    .insert(tenants)
    .values({ id: tenantId, name, slug: makeSlug(name, tenantId) });
  await on(tx).insert(memberships).values({ tenantId, userId, role: "owner" });
  return tenantId;
}

/** Readable, and free on the instance by the random end of the id. */
function makeSlug(name: string, tenantId: string): string {
  const stem = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return `${stem || "tenant"}-${tenantId.slice(-8)}`;
}

/** Held until the transaction ends: two first accounts at once cannot both own the instance. */
export async function lockFirstAccount(tx: AuthTx): Promise<void> {
  await on(tx).execute(sql`select pg_advisory_xact_lock(7305120462)`);
}

export async function countUsers(tx: AuthTx): Promise<number> {
  return on(tx).$count(users);
}
