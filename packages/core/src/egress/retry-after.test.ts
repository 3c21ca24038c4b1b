import { expect, test } from "vitest";
import { readRetryAfter, sayDuration } from "./retry-after.ts";

const NOW_MS = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

test.each([
  ["120", 120],
  [" 0 ", 0],
  ["Wed, 21 Oct 2026 07:29:30 GMT", 90],
  ["Wed, 21 Oct 2026 07:00:00 GMT", 0],
  ["-5", undefined],
  ["1e9", undefined],
  ["soon", undefined],
  ["2026", 2_026],
  [undefined, undefined],
])("%j asks for %s seconds", (header, seconds) => {
  expect(readRetryAfter(header, NOW_MS)).toBe(seconds);
});

test("a time to wait is said in the unit that people would use", () => {
  expect([0, 1, 45, 120, 7_200, 200_000].map(sayDuration)).toEqual([
    "1 second",
    "1 second",
    "45 seconds",
    "2 minutes",
    "2 hours",
    "2 days",
  ]);
});
