export interface BreakerSettings {
  /** Failures in a row that open the breaker. */
  failureThreshold: number;
  /** How long it stays open before one call may try. */
  openMs: number;
}

/** `round` changes with every change of phase: an outcome of an earlier round says nothing. */
export type BreakerState = { round: number } & (
  | { phase: "closed"; failures: number }
  | { phase: "open"; reopensAtMs: number }
  | { phase: "half_open"; probingSinceMs: number | null }
);

export type CallOutcome = "succeeded" | "failed" | "abandoned";

export const CLOSED: BreakerState = { round: 0, phase: "closed", failures: 0 };

/** Whether a call may go out now, and the state after it has. (Nygard 2007, "Release It!") */
export function admitCall(
  state: BreakerState,
  nowMs: number,
  { openMs }: BreakerSettings,
): { admitted: boolean; state: BreakerState } {
  if (state.phase === "closed") return { admitted: true, state };
  if (state.phase === "half_open") {
    // A probe whose caller went away without a word does not count for ever.
    const isFree = state.probingSinceMs === null || nowMs - state.probingSinceMs >= openMs;
    return { admitted: isFree, state: isFree ? { ...state, probingSinceMs: nowMs } : state };
  }
  if (nowMs < state.reopensAtMs) return { admitted: false, state };
  return {
    admitted: true,
    state: { round: state.round + 1, phase: "half_open", probingSinceMs: nowMs },
  };
}

/** The state after a call that was admitted in `round` has ended. */
export function settleCall(
  state: BreakerState,
  call: { round: number; outcome: CallOutcome; nowMs: number },
  settings: BreakerSettings,
): BreakerState {
  if (call.round !== state.round || state.phase === "open") return state;
  if (call.outcome === "abandoned") {
    return state.phase === "half_open" ? { ...state, probingSinceMs: null } : state;
  }
  if (call.outcome === "succeeded") return closed(state);
  const failures = state.phase === "closed" ? state.failures + 1 : settings.failureThreshold;
  if (failures < settings.failureThreshold)
    return { round: state.round, phase: "closed", failures };
  return { round: state.round + 1, phase: "open", reopensAtMs: call.nowMs + settings.openMs };
}

function closed(state: BreakerState): BreakerState {
  const round = state.phase === "closed" ? state.round : state.round + 1;
  return { round, phase: "closed", failures: 0 };
}
