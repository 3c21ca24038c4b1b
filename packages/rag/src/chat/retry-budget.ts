export interface RetryBudget {
  mayRetry(): boolean;
  noteSuccess(): void;
  noteFailure(): void;
}

const FULL = 10;
const GAIN_PER_SUCCESS = 0.1;

/**
 * Keeps retries of all calls together below a tenth of the calls, so that a struggling provider is
 * not asked twice as often. (gRPC proposal A6, "Throttling retry attempts")
 */
export function createRetryBudget(): RetryBudget {
  let tokens = FULL;
  return {
    mayRetry: () => tokens > FULL / 2,
    noteSuccess() {
      tokens = Math.min(FULL, tokens + GAIN_PER_SUCCESS);
    },
    noteFailure() {
      tokens = Math.max(0, tokens - 1);
    },
  };
}
