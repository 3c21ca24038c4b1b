/** Seconds until a reply's `Retry-After` (or `retry-after-ms`), given as a number or a date. */
export function readRetryAfterSeconds(
  headers: Headers | undefined,
  nowMs = Date.now(),
): number | undefined {
  const exact = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (exact >= 0) return exact / 1000;
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  const seconds = Number.isNaN(Number(value)) ? (Date.parse(value) - nowMs) / 1000 : Number(value);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
