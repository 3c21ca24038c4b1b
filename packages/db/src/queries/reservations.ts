import { arrayOverlaps, gt, lte, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageReservations } from "../tables/usage.ts";
import type { Spend } from "./spend.ts";

export interface Reserved extends Spend {
  /** The twin whose call it is, or the tenant. */
  subjectId: string;
  /** Whom it is counted for too. */
  others: string[] | null;
}

const { subjectId, others, tokens, microCost, expiresAt } = usageReservations;
const reserved = { subjectId, others, tokens, microCost };

/** What calls that are under way may still take. */
export function listReserved(tx: TenantTx): Promise<Reserved[]> {
  return on(tx).select(reserved).from(usageReservations).where(gt(expiresAt, sql`now()`));
}

export async function insertReservation(
  tx: TenantTx,
  { seconds, ...reservation }: Reserved & { seconds: number },
): Promise<string> {
  const [row] = await on(tx)
    .insert(usageReservations)
    .values({ ...reservation, expiresAt: sql`now() + make_interval(secs => ${seconds})` })
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

/** Those of calls that are counted for one of these too. */
export function takeReservationsOf(
  tx: TenantTx,
  subjectIds: readonly string[],
): Promise<Reserved[]> {
  return on(tx)
    .delete(usageReservations)
    .where(arrayOverlaps(others, [...subjectIds]))
    .returning(reserved);
}

/** Those of calls whose process was never heard of again. */
export function takeExpired(tx: TenantTx): Promise<Reserved[]> {
  return on(tx).delete(usageReservations).where(lte(expiresAt, sql`now()`)).returning(reserved);
}
