import { renameTenant } from "@understudy/db/queries/tenants";
import { notFound } from "../kernel/domain-error.ts";
import { accountOf, useCase } from "../kernel/use-case.ts";
import { Tenant, TenantNameInput, TenantRef } from "./contract.ts";
import { readOwnTenant } from "./tenants.ts";

/** A workspace of one's own beside this one; the session stays where it is. */
export const createTenant = useCase({
  permission: "tenant.create",
  input: TenantNameInput,
  output: Tenant,
  run: async (ctx, { name }) => {
    const { userId } = accountOf(ctx);
    const tenantId = await ctx.accounts.foundTenant({ userId, name }, (tx, id) =>
      ctx.audit(tx, { action: "tenant.create", subjectKind: "tenant", subjectId: id }),
    );
    return readOwnTenant(ctx, { userId, tenantId });
  },
});

/** The session acts in another tenant of its account from now on. */
export const switchTenant = useCase({
  permission: "tenant.read",
  input: TenantRef,
  output: Tenant,
  run: async (ctx, { tenantId }) => {
    const account = accountOf(ctx);
    if (!(await ctx.accounts.enterTenant(account, tenantId))) throw notFound("tenant");
    return readOwnTenant(ctx, { userId: account.userId, tenantId });
  },
});

export const updateTenant = useCase({
  permission: "tenant.write",
  input: TenantNameInput,
  output: Tenant,
  run: (ctx, { name }) =>
    ctx.transaction(async (tx) => {
      const row = await renameTenant(tx, name);
      await ctx.audit(tx, { action: "tenant.update", subjectKind: "tenant", subjectId: row.id });
      const role = ctx.actor.kind === "user" ? ctx.actor.role : null;
      return { id: row.id, name: row.name, role, createdAt: row.createdAt.toISOString() };
    }),
});
