import type { UserTenant } from "@understudy/db/queries/memberships";
import { getTenant as readTenant } from "@understudy/db/queries/tenants";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Tenant } from "./contract.ts";

/** The tenant of the credential. */
export const getTenant = useCase({
  permission: "tenant.read",
  input: z.object({}),
  output: Tenant,
  run: async (ctx) => {
    const row = await ctx.transaction(readTenant);
    const role = ctx.actor.kind === "user" ? ctx.actor.role : null;
    return { id: row.id, name: row.name, role, createdAt: row.createdAt.toISOString() };
  },
});

/** Every tenant the account belongs to; a key sees its own. */
export const listTenants = useCase({
  permission: "tenant.read",
  input: z.object({}),
  output: z.object({ items: z.array(Tenant), nextCursor: z.null() }),
  run: async (ctx) => {
    if (ctx.actor.kind !== "user") {
      return { items: [await getTenant.run(ctx, {})], nextCursor: null };
    }
    const rows = await ctx.accounts.listTenants(ctx.actor.userId);
    return { items: rows.map(readTenantOfUser), nextCursor: null };
  },
});

/** One that the account belongs to. */
export async function readOwnTenant(
  ctx: Context,
  { userId, tenantId }: { userId: string; tenantId: string },
): Promise<Tenant> {
  const rows = await ctx.accounts.listTenants(userId);
  const row = rows.find((each) => each.tenantId === tenantId);
  if (!row) throw notFound("tenant");
  return readTenantOfUser(row);
}

function readTenantOfUser({ tenantId, name, role, createdAt }: UserTenant): Tenant {
  return { id: tenantId, name, role, createdAt: createdAt.toISOString() };
}
