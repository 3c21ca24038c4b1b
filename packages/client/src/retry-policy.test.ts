import { expect, test } from "vitest";
import { mayRetry, waitBefore } from "./retry-policy.ts";

const may = (status: number, isReading: boolean, attempts = 1) =>
  mayRetry({ status }, { attempts, isReading });

test("what only reads is tried again after a lost or busy connection, a few times", () => {
  expect([0, 429, 502, 503, 504].map((status) => may(status, true))).toEqual(Array(5).fill(true));
  expect([400, 401, 404, 409, 500].some((status) => may(status, true))).toBe(false);
  expect([1, 2, 3, 4].map((attempts) => may(0, true, attempts))).toEqual([true, true, true, false]);
});

test("what changes something is tried again only where nothing was done", () => {
  expect([0, 502, 503, 504].some((status) => may(status, false))).toBe(false);
  expect(may(429, false)).toBe(true);
});

test("waits longer each time, and as long as it is asked to", () => {
  const wait = (attempts: number, retryAfterSeconds: number | null = null) =>
    waitBefore(attempts, { retryAfterSeconds, random: 0.5 });
  expect([wait(1), wait(2), wait(3)]).toEqual([250, 500, 1_000]);
  expect(wait(1, 3)).toBe(3_000);
  expect(wait(1, 3_600)).toBe(20_000);
});
