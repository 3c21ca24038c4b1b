import { ModelFailure } from "./model-failure.ts";

export interface CallDeadline {
  /** Aborts when the caller leaves or the time is up. */
  readonly signal: AbortSignal;
  /** The next step must happen within this time; replaces the step before. */
  expect(stepMs: number): void;
  /** Time left for the step and the whole. */
  remainingMs(): number;
  /** What the call ended of, if it was neither the provider nor its answer. */
  throwIfOver(): void;
  close(): void;
}

/**
 * Ties a provider's call to its caller and to a clock, for the whole call and for each step of it. A
 * step that is put off moves no timer: the one that is set looks again when it fires.
 */
export function openDeadline(caller: AbortSignal, totalMs: number): CallDeadline {
  const own = new AbortController();
  const signal = AbortSignal.any([caller, own.signal]);
  const endsAtMs = performance.now() + totalMs;
  let stepEndsAtMs = endsAtMs;
  let firesAtMs = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const arm = () => {
    clearTimeout(timer);
    firesAtMs = stepEndsAtMs;
    timer = setTimeout(look, stepEndsAtMs - performance.now());
  };
  const look = () => {
    if (performance.now() < stepEndsAtMs) arm();
    else own.abort(new ModelFailure("model.timed_out", "The model's time is up."));
  };
  arm();
  return {
    signal,
    expect(stepMs) {
      stepEndsAtMs = Math.min(performance.now() + stepMs, endsAtMs);
      if (stepEndsAtMs < firesAtMs) arm();
    },
    remainingMs: () => Math.max(0, stepEndsAtMs - performance.now()),
    throwIfOver() {
      caller.throwIfAborted();
      own.signal.throwIfAborted();
    },
    close: () => clearTimeout(timer),
  };
}
