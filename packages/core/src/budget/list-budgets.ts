import { listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import type { Spend } from "@understudy/db/queries/spend";
import { listTwinNames } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { Budget } from "../provider/contract.ts";
import { MICRO } from "./pay-for.ts";
import { readSpending } from "./read-spending.ts";

/** What a short answer keeps room for. */
const LEAST_TOKENS = 2_000;

export function listBudgets(ctx: Context): Promise<Budget[]> {
  return ctx.transaction((tx) => budgetsIn(tx, ctx.actor.tenantId));
}

/** The tenant's, then each twin's, with what calls that are under way may still take. */
export async function budgetsIn(tx: TenantTx, tenantId: string): Promise<Budget[]> {
  const subjects = [{ id: tenantId, name: "" }, ...(await listTwinNames(tx))];
  const ids = subjects.map(({ id }) => id);
  const [quotas, spentBy] = await Promise.all([
    listQuotas(tx, ids),
    readSpending(tx, { tenantId, ids }),
  ]);
  return subjects.map(({ id, name }) => {
    const quota = quotas.find(({ subjectId }) => subjectId === id);
    return { twinId: id === tenantId ? null : id, name, ...describe(quota, spentBy(id)) };
  });
}

function describe(quota: QuotaRow | undefined, { tokens, microCost }: Spend) {
  const { tokensPerMonth = null, microCostPerMonth = null } = quota ?? {};
  const isFull = tokensPerMonth !== null && tokens + LEAST_TOKENS > tokensPerMonth;
  return {
    tokensPerMonth,
    costPerMonth: microCostPerMonth === null ? null : microCostPerMonth / MICRO,
    tokensUsed: tokens,
    costUsed: microCost / MICRO,
    isExhausted: isFull || (microCostPerMonth !== null && microCost >= microCostPerMonth),
  };
}
