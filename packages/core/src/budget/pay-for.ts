import type { Spend, Subjects } from "@understudy/db/queries/usage";
import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import { costOf, type TokenPrice } from "@understudy/rag/chat/cost-of";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Context } from "../kernel/context.ts";
import { reserveSpend, settleSpend } from "./reserve-spend.ts";

export const MICRO = 1_000_000;
const NOTHING: Spend = { tokens: 0, microCost: 0 };

export interface Payment {
  subjects: Subjects;
  /** What it may take. */
  most: Spend;
  /** What it took, once it has ended well. */
  took: () => Spend;
  /** The caller's: a call that was left was made all the same. */
  signal: AbortSignal;
}

/** What acts for a twin, or for the tenant itself. */
export function subjectsOf({ actor }: Context, twinId: string | null): Subjects {
  return twinId === null ? [actor.tenantId] : [actor.tenantId, twinId];
}

export function spendOf(usage: TokenUsage, price: TokenPrice | null | undefined): Spend {
  const microCost = price ? Math.ceil(costOf(usage, price) * MICRO) : 0;
  return { tokens: usage.inputTokens + usage.outputTokens, microCost };
}

/** Keeps room for a call; throws a ModelFailure where a budget has none, and the next best does the work, as when it fails. */
export async function reserve(
  ctx: Context,
  { subjects, most }: Pick<Payment, "subjects" | "most">,
): Promise<string | null> {
  const held = await ctx.transaction((tx) => reserveSpend(tx, { subjects, spend: most }));
  if ("reservationId" in held) return held.reservationId;
  throw new ModelFailure("model.over_budget", "This month's budget has no room for the call.");
}

/** Makes a call of one reply once there is room for it, and books what it took; one that was refused took nothing. */
export async function payFor<Result>(
  ctx: Context,
  { subjects, most, took, signal }: Payment,
  call: () => Promise<Result>,
): Promise<Result> {
  const reservationId = await reserve(ctx, { subjects, most });
  let spend = NOTHING;
  try {
    const result = await call();
    spend = took();
    return result;
  } catch (error) {
    if (signal.aborted) spend = most;
    throw error;
  } finally {
    await ctx.transaction((tx) => settleSpend(tx, { reservationId, subjects, spend }));
  }
}
