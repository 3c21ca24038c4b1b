import { setTimeout as wait } from "node:timers/promises";
import type { CallDeadline } from "./call-deadline.ts";
import type { ModelFailure, ModelFailureReason } from "./model-failure.ts";
import type { RetryBudget } from "./retry-budget.ts";

const MAX_ATTEMPTS = 4;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;
const PASSING: ReadonlySet<ModelFailureReason> = new Set([
  "model.unreachable",
  "model.rate_limited",
  "model.overloaded",
]);

export interface Retrying {
  deadline: CallDeadline;
  budget: RetryBudget;
  /** What the provider's own client means by what it throws. */
  readFailure(error: unknown): ModelFailure;
}

/**
 * Tries again what may pass, after the provider's Retry-After or an exponential delay with full
 * jitter, as long as the deadline and the budget allow; otherwise throws the ModelFailure.
 * (Brooker 2015, "Exponential backoff and jitter")
 */
export async function retryCall<T>(
  attempt: () => Promise<T>,
  { deadline, budget, readFailure }: Retrying,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      deadline.throwIfOver();
      const result = await attempt();
      budget.noteSuccess();
      return result;
    } catch (error) {
      deadline.throwIfOver();
      const failure = readFailure(error);
      if (!PASSING.has(failure.reason)) throw failure;
      budget.noteFailure();
      const delayMs = delayBefore(failure, attempts);
      const isWorthWaiting = attempts < MAX_ATTEMPTS && delayMs < deadline.remainingMs();
      if (!isWorthWaiting || !budget.mayRetry()) throw failure;
      await waitUnlessOver(delayMs, deadline);
    }
  }
}

function delayBefore({ retryAfterSeconds }: ModelFailure, attempts: number): number {
  const jittered = Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts);
  return retryAfterSeconds === undefined ? jittered : retryAfterSeconds * 1000 + jittered / 10;
}

async function waitUnlessOver(delayMs: number, deadline: CallDeadline): Promise<void> {
  try {
    await wait(delayMs, undefined, { signal: deadline.signal });
  } catch (error) {
    deadline.throwIfOver();
    throw error;
  }
}
