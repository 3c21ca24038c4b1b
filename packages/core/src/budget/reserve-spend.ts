import { listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import {
  insertReservation,
  listReserved,
  takeExpired,
  takeReservation,
} from "@understudy/db/queries/reservations";
import { lockSpent, type Spend, type SpendOf } from "@understudy/db/queries/spend";
import type { TenantTx } from "@understudy/db/scope";
import type { Counted } from "../usage/counted.ts";
import { bookReserved } from "./book-reserved.ts";
import { bookSpend } from "./book-spend.ts";
import { isLimit } from "./is-limit.ts";
import { NOTHING, sumSpend, takenBy } from "./sum-spend.ts";

/** Longer than any call is waited for. */
const HELD_SECONDS = 600;

/** Whom a call is counted for: of visitors only those that something limits, as there may be many. */
export interface Payers {
  tenantId: string;
  twinId: string | null;
  /** The key, the groups and the visitor. */
  others: readonly string[];
}

/** Without a reservation, nothing limits what is taken. */
export type Held = { reservationId: string | null; payers: Payers } | { exceeded: string };

/**
 * Keeps room for what a call may take at most. Exact however many ask at once, in whichever process:
 * they wait for one another at the counters, the tenant's last.
 */
export async function reserveSpend(
  tx: TenantTx,
  { spenders, spend }: { spenders: readonly Counted[]; spend: Spend },
): Promise<Held> {
  const quotas = await listSpendQuotas(tx, spenders);
  const holdsFor = (quota: QuotaRow, { limitedBy }: Counted) => limitedBy.includes(quota.subjectId);
  const paying = spenders.filter(
    (each) => each.of !== "visitor" || quotas.some((quota) => holdsFor(quota, each)),
  );
  const payers = payersOf(paying);
  if (quotas.length === 0) return { reservationId: null, payers };
  const spent = await lockTaken(tx, payers);
  const reserved = await listReserved(tx);
  for (const one of paying) {
    const after = sumSpend([
      ...takenBy({ id: one.id, isTenant: one.of === "tenant" }, spent, reserved),
      spend,
    ]);
    if (quotas.some((quota) => holdsFor(quota, one) && !fits(quota, after))) {
      return { exceeded: one.id };
    }
  }
  const { tenantId, twinId, others } = payers;
  const kept = { ...spend, subjectId: twinId ?? tenantId, others: [...others] };
  return { reservationId: await insertReservation(tx, { ...kept, seconds: HELD_SECONDS }), payers };
}

/** Books what the call took instead of what was kept for it. */
export async function settleSpend(
  tx: TenantTx,
  { reservationId, payers, spend }: { reservationId: string | null; payers: Payers; spend: Spend },
): Promise<void> {
  if (reservationId !== null && !(await takeReservation(tx, reservationId))) return;
  if (spend.tokens > 0 || spend.microCost > 0) {
    const { tenantId, twinId } = payers;
    await bookSpend(
      tx,
      { tenantId, twinIds: twinId === null ? [] : [twinId] },
      subjectsOf(payers).map((subjectId) => ({ ...spend, subjectId })),
    );
  }
}

async function listSpendQuotas(tx: TenantTx, spenders: readonly Counted[]): Promise<QuotaRow[]> {
  const quotas = await listQuotas(
    tx,
    spenders.flatMap(({ limitedBy }) => limitedBy),
  );
  return quotas.filter(({ tokensPerMonth, microCostPerMonth }) =>
    isLimit(tokensPerMonth, microCostPerMonth),
  );
}

/** Locks what these have taken, and gives it, with what calls took that were never heard of again. */
async function lockTaken(tx: TenantTx, payers: Payers): Promise<SpendOf[]> {
  const { tenantId } = payers;
  const reserved = await takeExpired(tx);
  const subjectIds = subjectsOf(payers);
  if (reserved.length === 0) return lockSpent(tx, tenantId, subjectIds);
  const more = subjectIds.map((subjectId) => ({ ...NOTHING, subjectId }));
  return bookReserved(tx, { tenantId, reserved, more });
}

function payersOf(counted: readonly Counted[]): Payers {
  const idOf = (wanted: Counted["of"]) => counted.find(({ of }) => of === wanted)?.id ?? null;
  const others = counted.filter(({ of }) => of !== "tenant" && of !== "twin").map(({ id }) => id);
  return { tenantId: idOf("tenant")!, twinId: idOf("twin"), others };
}

function subjectsOf({ tenantId, twinId, others }: Payers): string[] {
  return [...others, ...(twinId === null ? [] : [twinId]), tenantId];
}

function fits({ tokensPerMonth, microCostPerMonth }: QuotaRow, spend: Spend): boolean {
  return (
    spend.tokens <= (tokensPerMonth ?? Number.POSITIVE_INFINITY) &&
    spend.microCost <= (microCostPerMonth ?? Number.POSITIVE_INFINITY)
  );
}
