import type { Spend } from "@understudy/db/queries/spend";
import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import { costOf, type TokenPrice } from "@understudy/rag/chat/cost-of";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { GovernanceRules } from "../governance/contract.ts";
import { findGovernance } from "../governance/find-governance.ts";
import { type Hide, hiderFor } from "../governance/hide-personal.ts";
import { type Called, isAllowed } from "../governance/is-allowed.ts";
import type { Context } from "../kernel/context.ts";
import type { Ports } from "../kernel/ports.ts";
import { listSpenders } from "../usage/counted.ts";
import { type Payers, reserveSpend, settleSpend } from "./reserve-spend.ts";
import { NOTHING } from "./sum-spend.ts";

export const MICRO = 1_000_000;

export interface Payment {
  /** The twin that it is made for; null: for the tenant itself. */
  twinId: string | null;
  /** What is called, as rules know it. */
  called: Called;
  /** What it may take. */
  most: Spend;
  /** What it took, once it has ended well. */
  took: () => Spend;
  /** The caller's: a call that was left was made all the same. */
  signal: AbortSignal;
}

/** Of the model that is paid for; null: it is not known, and no money can be counted. */
export function knownPrice({ chat, embedder }: Pick<Ports, "chat" | "embedder">) {
  return (chat ?? embedder)?.price ?? null;
}

export function spendOf(usage: TokenUsage, price: TokenPrice | null | undefined): Spend {
  const microCost = price ? Math.ceil(costOf(usage, price) * MICRO) : 0;
  return { tokens: usage.inputTokens + usage.outputTokens, microCost };
}

export interface Admitted {
  reservationId: string | null;
  payers: Payers;
  /** What the provider may not read of a text. */
  hide: Hide;
}

/**
 * Asks rules and budgets before a call. Throws a ModelFailure where one forbids it or has no room, and
 * the next best does the work, as when it fails.
 */
export async function admitCall(
  ctx: Context,
  { twinId, most, called }: Pick<Payment, "twinId" | "most" | "called">,
): Promise<Admitted> {
  const { actor } = ctx;
  const { rules, held } = await ctx.transaction(async (tx) => {
    const { rules } = await findGovernance(tx, { tenantId: actor.tenantId, twinId });
    requireAllowed(ctx, rules, called);
    const spenders = await listSpenders(tx, actor, twinId);
    return { rules, held: await reserveSpend(tx, { spenders, spend: most }) };
  });
  if ("reservationId" in held) return { ...held, hide: hiderFor(rules, "provider") };
  throw new ModelFailure("model.over_budget", "This month's budget has no room for the call.");
}

function requireAllowed({ ports }: Context, rules: GovernanceRules, called: Called): void {
  if (isAllowed(rules, ports, called)) return;
  throw new ModelFailure("model.forbidden", "Rules forbid to call this provider or model.");
}

/** Makes a call of one reply once it is admitted, and books what it took; one that was refused took nothing. */
export async function payFor<Result>(
  ctx: Context,
  { took, signal, ...payment }: Payment,
  call: (hide: Hide) => Promise<Result>,
): Promise<Result> {
  const { reservationId, payers, hide } = await admitCall(ctx, payment);
  let spend = NOTHING;
  try {
    const result = await call(hide);
    spend = took();
    return result;
  } catch (error) {
    if (signal.aborted) spend = payment.most;
    throw error;
  } finally {
    await ctx.transaction((tx) => settleSpend(tx, { reservationId, payers, spend }));
  }
}
