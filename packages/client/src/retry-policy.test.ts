import { expect, test } from "vitest";
import { mayRetry, waitBefore } from "./retry-policy.ts";

const may = (status: number, attempts = 1, reason = "unknown") =>
  mayRetry({ status, reason }, attempts);

test("a lost or busy connection is tried again, a few times; a refusal is not", () => {
  expect([0, 429, 502, 503, 504].map((status) => may(status))).toEqual(Array(5).fill(true));
  expect([400, 401, 404, 409, 500].some((status) => may(status))).toBe(false);
  expect([1, 2, 3, 4].map((attempts) => may(0, attempts))).toEqual([true, true, true, false]);
  expect(may(409, 1, "idempotency.in_progress")).toBe(true);
});

test("waits longer each time, and as long as it is asked to", () => {
  const wait = (attempts: number, retryAfterSeconds: number | null = null) =>
    waitBefore(attempts, { retryAfterSeconds, random: 0.5 });
  expect([wait(1), wait(2), wait(3)]).toEqual([250, 500, 1_000]);
  expect(wait(1, 3)).toBe(3_000);
  expect(wait(1, 3_600)).toBe(20_000);
});
