import type { CircuitBreaker } from "./circuit-breaker.ts";
import { ModelFailure } from "./model-failure.ts";

/** Reports to the breaker how a call that threw has ended: only a fault of the provider is a failure. */
export function reportThrown(report: ReturnType<CircuitBreaker["admit"]>, error: unknown): void {
  if (!(error instanceof ModelFailure)) report("abandoned");
  else if (error.reason === "model.refused_request" || error.reason === "model.rate_limited") {
    // It answered: alive, and busy or right to refuse.
    report("succeeded");
  } else report("failed", error.reason);
}
