import {
  insertReservation,
  listQuotas,
  listReserved,
  lockSpent,
  type QuotaRow,
  type Spend,
  type Subjects,
  takeExpired,
  takeReservation,
} from "@understudy/db/queries/usage";
import type { TenantTx } from "@understudy/db/scope";
import { bookSpend } from "./book-spend.ts";
import { isLimit } from "./is-limit.ts";

/** Longer than any call is waited for. */
const HELD_SECONDS = 600;
const NOTHING: Spend = { tokens: 0, microCost: 0 };

/** Null: nothing limits what is taken. */
export type Held = { reservationId: string | null } | { exceeded: string };

/**
 * Keeps room for what a call may take at most. Exact however many ask at once, in whichever process:
 * they wait for one another at the tenant's counter.
 */
export async function reserveSpend(
  tx: TenantTx,
  { subjects, spend }: { subjects: Subjects; spend: Spend },
): Promise<Held> {
  const quotas = (await listQuotas(tx, subjects)).filter(({ tokensPerMonth, microCostPerMonth }) =>
    isLimit(tokensPerMonth, microCostPerMonth),
  );
  if (quotas.length === 0) return { reservationId: null };
  await lockSpent(tx, subjects);
  await bookExpired(tx, subjects[0]);
  const [spent, reserved] = [await lockSpent(tx, subjects), await listReserved(tx)];
  for (const quota of quotas) {
    const { subjectId } = quota;
    const isTenant = subjectId === subjects[0];
    const taken = sum([
      ...spent.filter((each) => each.subjectId === subjectId),
      ...reserved.filter((each) => isTenant || each.subjectId === subjectId),
    ]);
    if (!fits(quota, sum([taken, spend]))) return { exceeded: subjectId };
  }
  const reservation = {
    ...spend,
    subjectId: subjects[1] ?? subjects[0],
    seconds: HELD_SECONDS,
  };
  return { reservationId: await insertReservation(tx, reservation) };
}

/** Books what the call took instead of what was kept for it. */
export async function settleSpend(
  tx: TenantTx,
  {
    reservationId,
    subjects,
    spend,
  }: { reservationId: string | null; subjects: Subjects; spend: Spend },
): Promise<void> {
  if (reservationId !== null && !(await takeReservation(tx, reservationId))) return;
  if (spend.tokens > 0 || spend.microCost > 0) await bookSpend(tx, subjects, spend);
}

async function bookExpired(tx: TenantTx, tenantId: string): Promise<void> {
  for (const { subjectId, ...spend } of await takeExpired(tx)) {
    await bookSpend(tx, subjectId === tenantId ? [tenantId] : [tenantId, subjectId], spend);
  }
}

function fits({ tokensPerMonth, microCostPerMonth }: QuotaRow, spend: Spend): boolean {
  return (
    spend.tokens <= (tokensPerMonth ?? Number.POSITIVE_INFINITY) &&
    spend.microCost <= (microCostPerMonth ?? Number.POSITIVE_INFINITY)
  );
}

function sum(spends: readonly Spend[]): Spend {
  return spends.reduce(
    (total, { tokens, microCost }) => ({
      tokens: total.tokens + tokens,
      microCost: total.microCost + microCost,
    }),
    NOTHING,
  );
}
