import {
  admitCall,
  type BreakerSettings,
  type BreakerState,
  type CallOutcome,
  CLOSED,
  settleCall,
} from "./breaker-state.ts";
import { ModelFailure, type ModelFailureReason } from "./model-failure.ts";

export interface CircuitBreaker {
  phase(): BreakerState["phase"];
  /** The latest call that succeeded or failed; null before there was one. */
  lastCall(): LastCall | null;
  /** The reason of the latest failure since it was last closed by a success. */
  lastFailure(): ModelFailureReason | null;
  /** Throws a ModelFailure while open; else gives the function whose first call says how it ended. */
  admit(): (outcome: CallOutcome, reason?: ModelFailureReason) => void;
}

export interface LastCall {
  at: Date;
  tookMs: number;
  failure: ModelFailureReason | null;
}

const SETTINGS: BreakerSettings = { failureThreshold: 5, openMs: 20_000 };

/** Spares a provider that fails, and its callers the wait. `now` is a monotonic clock in milliseconds. */
export function createCircuitBreaker({
  now = () => performance.now(),
  settings = SETTINGS,
}: {
  now?: () => number;
  settings?: BreakerSettings;
} = {}): CircuitBreaker {
  let state = CLOSED;
  let lastFailure: ModelFailureReason | null = null;
  let lastCall: LastCall | null = null;
  return {
    phase: () => state.phase,
    lastFailure: () => lastFailure,
    lastCall: () => lastCall,
    admit() {
      const decision = admitCall(state, now(), settings);
      state = decision.state;
      if (!decision.admitted) throw paused(state, now());
      const { round } = state;
      const startedMs = now();
      let isSettled = false;
      return (outcome, reason) => {
        if (isSettled) return;
        isSettled = true;
        if (outcome !== "abandoned") {
          const failure = outcome === "failed" ? (reason ?? null) : null;
          lastCall = { at: new Date(), tookMs: now() - startedMs, failure };
        }
        if (outcome === "succeeded") lastFailure = null;
        if (outcome === "failed") lastFailure = reason ?? lastFailure;
        state = settleCall(state, { round, outcome, nowMs: now() }, settings);
      };
    },
  };
}

function paused(state: BreakerState, nowMs: number): ModelFailure {
  const waitMs = state.phase === "open" ? state.reopensAtMs - nowMs : 0;
  return new ModelFailure("model.unreachable", "The model failed repeatedly and is being spared.", {
    retryAfterSeconds: Math.ceil(waitMs / 1000),
  });
}
