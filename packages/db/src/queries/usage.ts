import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageCounters, usageQuotas, usageReservations } from "../tables/usage.ts";

export interface Spend {
  tokens: number;
  microCost: number;
}

export interface QuotaRow {
  subjectId: string;
  tokensPerMonth: number | null;
  microCostPerMonth: number | null;
}

export type Subjects = readonly [tenantId: string, twinId?: string];

const thisMonth = sql`date_trunc('month', now(), 'UTC')`;
const today = sql`date_trunc('day', now(), 'UTC')`;
const monthKey = [
  usageCounters.tenantId,
  usageCounters.subjectId,
  usageCounters.period,
  usageCounters.month,
];

/** All of the tenant's, or those of a call. */
export function listQuotas(tx: TenantTx, subjects?: Subjects): Promise<QuotaRow[]> {
  const { subjectId, tokensPerMonth, microCostPerMonth } = usageQuotas;
  return on(tx)
    .select({ subjectId, tokensPerMonth, microCostPerMonth })
    .from(usageQuotas)
    .where(subjects && inArray(subjectId, named(subjects)));
}

export async function saveQuota(tx: TenantTx, quota: QuotaRow): Promise<void> {
  const { subjectId: _, ...limits } = quota;
  await on(tx)
    .insert(usageQuotas)
    .values(quota)
    .onConflictDoUpdate({
      target: [usageQuotas.tenantId, usageQuotas.subjectId],
      set: { ...limits, updatedAt: sql`now()` },
    });
}

/** What each has taken this month; from now on nobody else changes it until the transaction ends. */
export async function lockSpent(
  tx: TenantTx,
  subjects: Subjects,
): Promise<({ subjectId: string } & Spend)[]> {
  const { subjectId, tokens, microCost } = usageCounters;
  return on(tx)
    .insert(usageCounters)
    .values(named(subjects).map((subject) => ({ subjectId: subject, month: thisMonth })))
    .onConflictDoUpdate({ target: monthKey, set: { updatedAt: sql`now()` } })
    .returning({ subjectId, tokens, microCost });
}

export function listSpent(tx: TenantTx): Promise<({ subjectId: string } & Spend)[]> {
  const { subjectId, tokens, microCost, period, month } = usageCounters;
  return on(tx)
    .select({ subjectId, tokens, microCost })
    .from(usageCounters)
    .where(and(eq(period, "month"), sql`${month} = ${thisMonth}`));
}

/** Gives what each has taken this month, with it. */
export async function addSpent(
  tx: TenantTx,
  subjects: Subjects,
  spend: Spend,
): Promise<({ subjectId: string } & Spend)[]> {
  const { subjectId, tokens, microCost, period } = usageCounters;
  const values = named(subjects).flatMap((subject) => [
    { ...spend, subjectId: subject, period: "day" as const, month: today },
    { ...spend, subjectId: subject, period: "month" as const, month: thisMonth },
  ]);
  const totals = await on(tx)
    .insert(usageCounters)
    .values(values)
    .onConflictDoUpdate({
      target: monthKey,
      set: {
        tokens: sql`${usageCounters.tokens} + excluded.tokens`,
        microCost: sql`${usageCounters.microCost} + excluded.micro_cost`,
        updatedAt: sql`now()`,
      },
    })
    .returning({ subjectId, tokens, microCost, period });
  return totals.filter((total) => total.period === "month");
}

/** What calls that are under way may still take, by twin. */
export function listReserved(tx: TenantTx): Promise<({ subjectId: string } & Spend)[]> {
  const { subjectId, tokens, microCost, expiresAt } = usageReservations;
  return on(tx)
    .select({ subjectId, tokens, microCost })
    .from(usageReservations)
    .where(gt(expiresAt, sql`now()`));
}

export async function insertReservation(
  tx: TenantTx,
  { subjectId, seconds, ...spend }: { subjectId: string; seconds: number } & Spend,
): Promise<string> {
  const expiresAt = sql`now() + make_interval(secs => ${seconds})`;
  const [row] = await on(tx)
    .insert(usageReservations)
    .values({ ...spend, subjectId, expiresAt })
    .returning({ id: usageReservations.id });
  return row!.id;
}

/** Whether it was still there: one that expired has been booked. */
export async function takeReservation(tx: TenantTx, reservationId: string): Promise<boolean> {
  const taken = await on(tx)
    .delete(usageReservations)
    .where(sql`${usageReservations.id} = ${reservationId}`)
    .returning({ id: usageReservations.id });
  return taken.length > 0;
}

/** Those of calls whose process was never heard of again. */
export function takeExpired(tx: TenantTx): Promise<({ subjectId: string } & Spend)[]> {
  const { subjectId, tokens, microCost, expiresAt } = usageReservations;
  return on(tx)
    .delete(usageReservations)
    .where(lte(expiresAt, sql`now()`))
    .returning({ subjectId, tokens, microCost });
}

/** The tenant last, and of each the day first: whoever locks several counters locks them in this order. */
function named([tenantId, twinId]: Subjects): string[] {
  return twinId === undefined ? [tenantId] : [twinId, tenantId];
}
