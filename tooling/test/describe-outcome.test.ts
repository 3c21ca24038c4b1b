import { expect, test } from "vitest";
import { describeOutcome } from "./describe-outcome.ts";

test("ends with the three counts", () => {
  expect(describeOutcome({ passed: 3, failed: 1, skipped: [] })).toBe(
    "3 passed, 1 failed, 0 skipped",
  );
});

test("names the reason of what was skipped before the counts", () => {
  const skipped = ["a", "b"].map((name) => ({ project: "browser", name, reason: "no Chromium" }));
  expect(describeOutcome({ passed: 0, failed: 0, skipped }).split("\n")).toEqual([
    "Skipped:",
    "  2 in browser: no Chromium",
    "    a",
    "    b",
    "0 passed, 0 failed, 2 skipped",
  ]);
});
