import { listPolicies, type PolicyRow } from "@understudy/db/queries/governance";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { Governance, GovernanceRef } from "./contract.ts";
import { listGoverned } from "./list-governed.ts";
import { mergeRules, readRules } from "./merge-rules.ts";

export const getGovernance = useCase({
  permission: "governance.read",
  input: GovernanceRef.optional(),
  output: Governance,
  run: (ctx, input) => ctx.transaction((tx) => readGovernance(ctx, tx, input?.twinId ?? null)),
});

/** The rules of a tenant are for those who see all of it; of a twin, for those who see that. */
export async function requireGoverned(
  ctx: Context,
  tx: TenantTx,
  twinId: string | null,
): Promise<string> {
  if (twinId === null) {
    requireAllTwins(ctx);
    return ctx.actor.tenantId;
  }
  return (await requireTwin(tx, twinId)).id;
}

export async function readGovernance(
  ctx: Context,
  tx: TenantTx,
  twinId: string | null,
): Promise<z.input<typeof Governance>> {
  const subjectId = await requireGoverned(ctx, tx, twinId);
  const { tenantId } = ctx.actor;
  const rows = await listPolicies(tx, [tenantId, subjectId]);
  const [own, tenant] = [rowOf(rows, subjectId), rowOf(rows, tenantId)];
  const rules = readRules(own?.rules);
  const inherited = twinId === null ? null : readRules(tenant?.rules);
  const effective = inherited ? mergeRules(inherited, rules) : rules;
  return {
    ...rules,
    twinId,
    inherited,
    effective,
    providers: listGoverned(ctx, effective),
    updatedAt: own?.updatedAt.toISOString() ?? null,
  };
}

function rowOf(rows: readonly PolicyRow[], id: string): PolicyRow | undefined {
  return rows.find(({ subjectId }) => subjectId === id);
}
