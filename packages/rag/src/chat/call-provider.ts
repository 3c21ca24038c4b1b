import { openDeadline } from "./call-deadline.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import type { ModelFailure } from "./model-failure.ts";
import { reportThrown } from "./report-thrown.ts";
import type { RetryBudget } from "./retry-budget.ts";
import { retryCall } from "./retry-call.ts";

export interface ProviderCalls {
  breaker: CircuitBreaker;
  budget: RetryBudget;
  /** For a whole call, retries included. */
  timeoutMs: number;
  readFailure(error: unknown): ModelFailure;
}

/**
 * One call that gives its whole reply at once, within its deadline, budget and breaker, and no longer
 * than its caller stays. Throws a ModelFailure, or the signal's reason when the caller leaves.
 */
export async function callProvider<Reply>(
  { breaker, budget, timeoutMs, readFailure }: ProviderCalls,
  caller: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Reply>,
): Promise<Reply> {
  caller.throwIfAborted();
  const report = breaker.admit();
  const deadline = openDeadline(caller, timeoutMs);
  try {
    const reply = await retryCall(() => ask(deadline.signal), { deadline, budget, readFailure });
    report("succeeded");
    return reply;
  } catch (error) {
    reportThrown(report, error);
    throw error;
  } finally {
    deadline.close();
  }
}
