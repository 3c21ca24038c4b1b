import { listTwinNames } from "@understudy/db/queries/twins";
import {
  listQuotas,
  listReserved,
  listSpent,
  type QuotaRow,
  type Spend,
} from "@understudy/db/queries/usage";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { Budget } from "../provider/contract.ts";
import { MICRO } from "./pay-for.ts";

/** What a short answer keeps room for. */
const LEAST_TOKENS = 2_000;

export function listBudgets(ctx: Context): Promise<Budget[]> {
  return ctx.transaction((tx) => budgetsIn(tx, ctx.actor.tenantId));
}

/** The tenant's, then each twin's, with what calls that are under way may still take. */
export async function budgetsIn(tx: TenantTx, tenantId: string): Promise<Budget[]> {
  const [quotas, spent, reserved, twins] = [
    await listQuotas(tx),
    await listSpent(tx),
    await listReserved(tx),
    await listTwinNames(tx),
  ];
  const subjects = [{ id: tenantId, name: "" }, ...twins];
  return subjects.map(({ id, name }) => {
    const isTenant = id === tenantId;
    const own = [
      ...spent.filter(({ subjectId }) => subjectId === id),
      ...reserved.filter(({ subjectId }) => isTenant || subjectId === id),
    ];
    const quota = quotas.find(({ subjectId }) => subjectId === id);
    return { twinId: isTenant ? null : id, name, ...describe(quota, own) };
  });
}

function describe(quota: QuotaRow | undefined, spends: readonly Spend[]) {
  const { tokensPerMonth = null, microCostPerMonth = null } = quota ?? {};
  const tokensUsed = spends.reduce((total, { tokens }) => total + tokens, 0);
  const microUsed = spends.reduce((total, { microCost }) => total + microCost, 0);
  const isFull = tokensPerMonth !== null && tokensUsed + LEAST_TOKENS > tokensPerMonth;
  return {
    tokensPerMonth,
    costPerMonth: microCostPerMonth === null ? null : microCostPerMonth / MICRO,
    tokensUsed,
    costUsed: microUsed / MICRO,
    isExhausted: isFull || (microCostPerMonth !== null && microUsed >= microCostPerMonth),
  };
}
