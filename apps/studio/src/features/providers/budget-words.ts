import type { Budget } from "@understudy/core/provider/contract";
import { countOf } from "#lib/format-count.ts";
import { formatMoney } from "#lib/format-money.ts";

export function usedWords({ tokensUsed, costUsed }: Budget, currency: string | null): string {
  const tokens = countOf(tokensUsed, "token");
  return currency === null ? tokens : `${tokens}, ${formatMoney(costUsed, currency)}`;
}

export function limitWords(
  { tokensPerMonth, costPerMonth }: Budget,
  currency: string | null,
): string {
  const limits = [
    tokensPerMonth !== null && countOf(tokensPerMonth, "token"),
    costPerMonth !== null && formatMoney(costPerMonth, currency ?? "USD"),
  ].filter((limit) => limit !== false);
  return limits.length > 0 ? limits.join(" or ") : "No limit";
}

/** Of the limit that is nearer, from 0 to 1; null without one. */
export function shareUsed(budget: Budget): number | null {
  const shares = [
    shareOf(budget.tokensUsed, budget.tokensPerMonth),
    shareOf(budget.costUsed, budget.costPerMonth),
  ].filter((share) => share !== null);
  return shares.length > 0 ? Math.max(...shares) : null;
}

function shareOf(used: number, limit: number | null): number | null {
  if (limit === null) return null;
  return limit > 0 ? Math.min(1, used / limit) : 1;
}
