import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { DependencyState } from "../status/contract.ts";

export const ProviderId = z.enum(["chat", "embeddings", "reranker", "vectors"]);
export type ProviderId = z.infer<typeof ProviderId>;

export const Provider = z.object({
  id: ProviderId,
  /** Null: none is configured, and what is built in stands in. */
  model: z.string().nullable(),
  state: DependencyState,
  /** `open`: it failed so often that it is spared for a while. */
  breaker: z.enum(["closed", "open", "half_open"]).nullable(),
  /** What its last call in this process met. */
  lastCall: z
    .object({ at: Timestamp, tookMs: z.number(), failure: z.string().nullable() })
    .nullable(),
  price: z
    .object({
      currency: z.string(),
      perMillionInputTokens: z.number(),
      perMillionOutputTokens: z.number(),
    })
    .nullable(),
  canTest: z.boolean(),
});
export type Provider = z.infer<typeof Provider>;

const Limit = z.int().min(0).max(1_000_000_000_000).nullable();

export const Budget = z.object({
  /** Null: of the whole tenant. */
  twinId: Id.nullable(),
  name: z.string(),
  /** Null: no limit. */
  tokensPerMonth: Limit,
  /** In the price's currency. */
  costPerMonth: z.number().nullable(),
  tokensUsed: z.int(),
  costUsed: z.number(),
  /** Whether no more can be spent this month: until it ends callers get what the twin's boundaries say for that. */
  isExhausted: z.boolean(),
});
export type Budget = z.infer<typeof Budget>;

export const ProviderList = z.object({ providers: z.array(Provider), budgets: z.array(Budget) });

export const TestProviderInput = z.object({ provider: ProviderId });
export const ProviderTest = z.object({
  ok: z.boolean(),
  tookMs: z.number(),
  /** Why it failed. */
  reason: z.string().nullable(),
});

const MOST_MONEY = 1_000_000;
export const SetBudgetInput = z.object({
  twinId: Id.nullable().default(null),
  tokensPerMonth: Limit.default(null),
  costPerMonth: z.number().min(0).max(MOST_MONEY).nullable().default(null),
});
