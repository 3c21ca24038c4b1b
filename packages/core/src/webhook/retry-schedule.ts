const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Waits before the second attempt, the third, …: a day and a half in all. */
const WAITS_SECONDS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR];
const JITTER = 0.2;
const LONGEST_ASKED_SECONDS = 6 * HOUR;

/**
 * How long to wait after that many failed attempts; null: no more are made. What the receiver asks
 * for by `Retry-After` counts where it is longer; `random` is from 0 to 1.
 */
export function secondsToNext(
  failedAttempts: number,
  { retryAfter, random }: { retryAfter: string | null; random: number },
): number | null {
  const planned = WAITS_SECONDS[failedAttempts - 1];
  if (planned === undefined) return null;
  const spread = planned * (1 + JITTER * (2 * random - 1));
  const asked = Math.min(Number(retryAfter) || 0, LONGEST_ASKED_SECONDS);
  return Math.max(spread, asked);
}
