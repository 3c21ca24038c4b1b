import { saveQuota } from "@understudy/db/queries/usage";
import { budgetsIn } from "../budget/list-budgets.ts";
import { MICRO } from "../budget/pay-for.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { Budget, SetBudgetInput } from "./contract.ts";

/** What models may take in a month, from the next call on; null lifts a limit. */
export const setBudget = useCase({
  permission: "provider.write",
  input: SetBudgetInput,
  output: Budget,
  run: async (ctx, { twinId, tokensPerMonth, costPerMonth }) => {
    requireAllTwins(ctx);
    const { chat, embedder } = ctx.ports;
    if (costPerMonth !== null && !(chat ?? embedder)?.price) {
      throw new DomainError("conflict", "budget.no_price", "The model's price is not known.");
    }
    const subjectId = twinId ?? ctx.actor.tenantId;
    const microCostPerMonth = costPerMonth === null ? null : Math.round(costPerMonth * MICRO);
    return ctx.transaction(async (tx) => {
      if (twinId) await requireTwin(tx, twinId);
      await saveQuota(tx, { subjectId, tokensPerMonth, microCostPerMonth });
      const subject = twinId
        ? { subjectKind: "twin", subjectId }
        : { subjectKind: "tenant", subjectId };
      const details = { tokensPerMonth, microCostPerMonth };
      await ctx.audit(tx, { action: "provider.set_budget", ...subject, details });
      const budgets = await budgetsIn(tx, ctx.actor.tenantId);
      return budgets.find((budget) => budget.twinId === twinId)!;
    });
  },
});
