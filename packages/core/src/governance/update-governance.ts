import { listPolicies, savePolicy } from "@understudy/db/queries/governance";
import { useCase } from "../kernel/use-case.ts";
import { reconcileSoon } from "../reconcile/plan-reconcile.ts";
import { applyRetentionSoon } from "../retention/plan-retention.ts";
import { Governance, type GovernanceRules, UpdateGovernanceInput } from "./contract.ts";
import { readGovernance, requireGoverned } from "./get-governance.ts";
import { change, readRules } from "./merge-rules.ts";

/** From the next question, call or night on; what is not told of stays as it is. */
export const updateGovernance = useCase({
  permission: "governance.write",
  input: UpdateGovernanceInput,
  output: Governance,
  run: (ctx, { twinId, ...changes }) =>
    ctx.transaction(async (tx) => {
      const subjectId = await requireGoverned(ctx, tx, twinId);
      const [row] = await listPolicies(tx, [subjectId]);
      const before = readRules(row?.rules);
      const after = change(before, changes);
      await savePolicy(tx, { subjectId, rules: after });
      if (changes.retentionDays) await applyRetentionSoon(tx, ctx.actor.tenantId);
      // What stands in a store that is forbidden now goes from there, and the other way round.
      if (changes.allowedProviders !== undefined) await reconcileSoon(tx, ctx.actor.tenantId);
      await ctx.audit(tx, {
        action: "governance.update",
        subjectKind: twinId === null ? "tenant" : "twin",
        subjectId,
        details: { changed: changedFields(before, after) },
      });
      return readGovernance(ctx, tx, twinId);
    }),
});

function changedFields(before: GovernanceRules, after: GovernanceRules): string[] {
  const fields = Object.keys(after) as (keyof GovernanceRules)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
