import { and, eq, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageCounters } from "../tables/usage.ts";

export interface Spend {
  tokens: number;
  microCost: number;
}

export type SpendOf = Spend & { subjectId: string };

const thisMonth = sql`date_trunc('month', now(), 'UTC')`;
const today = sql`date_trunc('day', now(), 'UTC')`;
const { tenantId, subjectId, period, month, tokens, microCost } = usageCounters;
const periodKey = [tenantId, subjectId, period, month];

/** What each has taken this month; from now on nobody else changes it until the transaction ends. */
export async function lockSpent(
  tx: TenantTx,
  tenant: string,
  subjectIds: readonly string[],
): Promise<SpendOf[]> {
  return on(tx)
    .insert(usageCounters)
    .values(
      inOrder(tenant, subjectIds).map((subject) => ({ subjectId: subject, month: thisMonth })),
    )
    .onConflictDoUpdate({ target: periodKey, set: { updatedAt: sql`now()` } })
    .returning({ subjectId, tokens, microCost });
}

export function listSpent(tx: TenantTx, subjectIds: readonly string[]): Promise<SpendOf[]> {
  return on(tx)
    .select({ subjectId, tokens, microCost })
    .from(usageCounters)
    .where(
      and(inArray(subjectId, [...subjectIds]), eq(period, "month"), sql`${month} = ${thisMonth}`),
    );
}

/** Gives what each has taken this month, with it. */
export async function addSpent(
  tx: TenantTx,
  tenant: string,
  spends: readonly SpendOf[],
): Promise<SpendOf[]> {
  const bySubject = new Map(spends.map((spend) => [spend.subjectId, spend]));
  const values = inOrder(tenant, [...bySubject.keys()]).flatMap((subject) => [
    { ...bySubject.get(subject)!, period: "day" as const, month: today },
    { ...bySubject.get(subject)!, period: "month" as const, month: thisMonth },
  ]);
  const totals = await on(tx)
    .insert(usageCounters)
    .values(values)
    .onConflictDoUpdate({
      target: periodKey,
      set: {
        tokens: sql`${tokens} + excluded.tokens`,
        microCost: sql`${microCost} + excluded.micro_cost`,
        updatedAt: sql`now()`,
      },
    })
    .returning({ subjectId, tokens, microCost, period });
  return totals.filter((total) => total.period === "month");
}

/** The tenant last, and of each the day first: whoever locks several counters locks them in this order. */
function inOrder(tenant: string, subjectIds: readonly string[]): string[] {
  const others = subjectIds.filter((id) => id !== tenant).sort();
  return others.length < subjectIds.length ? [...others, tenant] : others;
}
