import { expect, test } from "vitest";
import { secondsToNext } from "./retry-schedule.ts";

const after = (failed: number, random = 0.5, retryAfter: string | null = null) =>
  secondsToNext(failed, { random, retryAfter });

test("waits longer each time, over more than a day, and then no more", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((failed) => after(failed)!);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThan(24 * 3_600);
  expect(after(8)).toBeNull();
});

test("spreads what failed together", () => {
  expect([after(2, 0), after(2, 1)]).toEqual([240, 360]);
});

test("keeps away for as long as the receiver asks, within a quarter of a day", () => {
  expect(after(1, 0.5, "120")).toBe(120);
  expect(after(1, 0.5, "9999999")).toBe(6 * 3_600);
  expect(after(4, 0.5, "1")).toBe(2 * 3_600);
  expect(after(1, 0.5, "Wed, 21 Oct 2026 07:28:00 GMT")).toBe(5);
});
