import { getTenant as readTenant } from "@understudy/db/queries/tenants";
import { z } from "zod";
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
    const rows = await ctx.listTenants(ctx.actor.userId);
    const items = rows.map(({ tenantId, name, role, createdAt }) => ({
      id: tenantId,
      name,
      role,
      createdAt: createdAt.toISOString(),
    }));
    return { items, nextCursor: null };
  },
});
