import type { UnderstudyError } from "./understudy-error.ts";

const MOST_ATTEMPTS = 4;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 20_000;
const BUSY = [502, 503, 504];

/**
 * Whether to try once more, after a lost or busy connection. What changes something goes under an
 * idempotency key, so that it is done once however often it is sent; what visitors and newcomers call
 * without a credential has none that counts, and does no harm when it is done again.
 */
export function mayRetry(
  { status, reason }: Pick<UnderstudyError, "status" | "reason">,
  attempts: number,
): boolean {
  if (attempts >= MOST_ATTEMPTS) return false;
  const isUnderWay = reason === "idempotency.in_progress";
  return status === 0 || status === 429 || isUnderWay || BUSY.includes(status);
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
