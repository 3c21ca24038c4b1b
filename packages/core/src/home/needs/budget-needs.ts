import { budgetsIn } from "../../budget/list-budgets.ts";
import type { Budget } from "../../provider/contract.ts";
import { type NeedProvider, need } from "../need-provider.ts";

const NEARLY = 80;

/** The workspace's budget and the twin's own: what is spent of the fuller one. */
export const budgetNeeds: NeedProvider = async (tx, { tenantId, twin }) => {
  const budgets = (await budgetsIn(tx, tenantId)).filter(
    ({ twinId }) => twinId === null || twinId === twin.id,
  );
  const count = Math.max(0, ...budgets.map(percentSpent));
  if (budgets.some(({ isExhausted }) => isExhausted)) return need("budget_spent", { count });
  return count >= NEARLY ? need("budget_nearly_spent", { count }) : [];
};

function percentSpent({ tokensPerMonth, tokensUsed, costPerMonth, costUsed }: Budget): number {
  const of = (used: number, limit: number | null) =>
    limit === null ? 0 : Math.min(100, Math.floor((used / Math.max(limit, 1e-6)) * 100));
  return Math.max(of(tokensUsed, tokensPerMonth), of(costUsed, costPerMonth));
}
