import { and, eq, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { idempotentCalls } from "../tables/idempotent-calls.ts";

const { id, caller, key, place, fingerprint, attempt, leaseUntil, createdAt } = idempotentCalls;
const { hasEffect, reply, endedAt } = idempotentCalls;

export interface CallKey {
  caller: string;
  key: string;
  place: number;
}

/** One attempt at a call: what a later one has taken over, this one may change no more. */
export interface CallAttempt {
  id: string;
  attempt: number;
}

export interface Claim extends CallKey {
  fingerprint: Uint8Array;
  leaseSeconds: number;
  keptSeconds: number;
}

/** Undefined: it was asked for before. What died before it changed anything, or is too old, is taken over. */
export async function claimCall(
  tx: TenantTx,
  { leaseSeconds, keptSeconds, ...call }: Claim,
): Promise<CallAttempt | undefined> {
  const lease = sql`now() + make_interval(secs => ${leaseSeconds})`;
  const isOld = sql`${createdAt} < now() - make_interval(secs => ${keptSeconds})`;
  const hasDied = sql`${endedAt} is null and not ${hasEffect} and ${leaseUntil} < now()`;
  const [claimed] = await on(tx)
    .insert(idempotentCalls)
    .values({ ...call, leaseUntil: lease })
    .onConflictDoUpdate({
      target: [idempotentCalls.tenantId, caller, key, place],
      set: {
        fingerprint: sql`excluded.fingerprint`,
        attempt: sql`${attempt} + 1`,
        leaseUntil: lease,
        hasEffect: false,
        reply: null,
        endedAt: null,
        createdAt: sql`now()`,
      },
      setWhere: sql`${isOld} or (${hasDied} and ${fingerprint} = excluded.fingerprint)`,
    })
    .returning({ id, attempt });
  return claimed;
}

export interface FoundCall {
  fingerprint: Uint8Array;
  reply: Uint8Array | null;
  hasEnded: boolean;
  isUnderWay: boolean;
}

export async function findCall(tx: TenantTx, call: CallKey): Promise<FoundCall | undefined> {
  const [found] = await on(tx)
    .select({
      fingerprint,
      reply,
      hasEnded: sql<boolean>`${endedAt} is not null`,
      isUnderWay: sql<boolean>`${endedAt} is null and ${leaseUntil} >= now()`,
    })
    .from(idempotentCalls)
    .where(and(eq(caller, call.caller), eq(key, call.key), eq(place, call.place)));
  return found;
}

/**
 * Joins each transaction of the attempt, as its last statement: what that changed, and that it was
 * changed, are committed together. False: another attempt has taken the call over.
 */
export async function noteEffect(
  tx: TenantTx,
  call: CallAttempt,
  replied: Uint8Array | null,
): Promise<boolean> {
  // A transaction that only read has no id yet, and gets none before these are worked out.
  const hasWritten = sql`pg_current_xact_id_if_assigned() is not null`;
  const rows = await on(tx)
    .update(idempotentCalls)
    .set({
      hasEffect: sql`${hasEffect} or ${hasWritten}`,
      reply: sql`case when ${hasWritten} then ${replied}::bytea else ${reply} end`,
    })
    .where(and(eq(id, call.id), eq(attempt, call.attempt)))
    .returning({ id });
  return rows.length > 0;
}

export async function endCall(tx: TenantTx, call: CallAttempt, replied: Uint8Array): Promise<void> {
  await on(tx)
    .update(idempotentCalls)
    .set({ reply: replied, endedAt: sql`now()` })
    .where(and(eq(id, call.id), eq(attempt, call.attempt)));
}

/** It failed: what has changed nothing may be asked for again under its key at once. */
export async function giveUpCall(tx: TenantTx, call: CallAttempt): Promise<void> {
  const isThis = and(eq(id, call.id), eq(attempt, call.attempt));
  await on(tx)
    .delete(idempotentCalls)
    .where(and(isThis, sql`not ${hasEffect}`));
  await on(tx)
    .update(idempotentCalls)
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .where(isThis);
}

/** Gives how many went. */
export async function pruneCalls(
  tx: TenantTx,
  { olderThanSeconds, limit }: { olderThanSeconds: number; limit: number },
): Promise<number> {
  const old = on(tx)
    .select({ id })
    .from(idempotentCalls)
    .where(sql`${createdAt} < now() - make_interval(secs => ${olderThanSeconds})`)
    .limit(limit);
  const rows = await on(tx).delete(idempotentCalls).where(inArray(id, old)).returning({ id });
  return rows.length;
}
