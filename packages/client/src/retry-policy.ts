import type { UnderstudyError } from "./understudy-error.ts";

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 20_000;
const BUSY = [502, 503, 504];

/**
 * Whether to try once more: what only reads after any lost or busy connection; what changes something
 * only where it was turned away before anything was done.
 */
export function mayRetry(
  { status }: Pick<UnderstudyError, "status">,
  { attempts, isReading }: { attempts: number; isReading: boolean },
): boolean {
  if (attempts >= MOST_ATTEMPTS) return false;
  return status === 429 || (isReading && (status === 0 || BUSY.includes(status)));
}

/** Longer each time, spread so that callers don't come together; `random` is from 0 to 1. */
export function waitBefore(
  attempts: number,
  { retryAfterSeconds, random }: { retryAfterSeconds: number | null; random: number },
): number {
  const doubled = FIRST_WAIT_MS * 2 ** (attempts - 1) * (0.5 + random);
  const asked = (retryAfterSeconds ?? 0) * 1_000;
  return Math.min(LONGEST_WAIT_MS, Math.max(doubled, asked));
}
