import { budgetsIn } from "../budget/list-budgets.ts";
import { MICRO } from "../budget/pay-for.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { changeQuota, type Whose } from "../usage/change-quota.ts";
import { Budget, SetBudgetInput } from "./contract.ts";

/** Both quotas of what models may take in a month, of the tenant or of a twin; null lifts a limit. */
export const setBudget = useCase({
  permission: "usage.write",
  input: SetBudgetInput,
  output: Budget,
  run: async (ctx, { twinId, tokensPerMonth, costPerMonth }) => {
    requireAllTwins(ctx);
    const whose: Whose = twinId ? { scope: "twin", subjectId: twinId } : { scope: "tenant" };
    const microCostPerMonth = costPerMonth === null ? null : Math.round(costPerMonth * MICRO);
    return ctx.transaction(async (tx) => {
      await changeQuota(ctx, tx, { whose, changes: { tokensPerMonth, microCostPerMonth } });
      const budgets = await budgetsIn(tx, ctx.actor.tenantId);
      return budgets.find((budget) => budget.twinId === twinId)!;
    });
  },
});
