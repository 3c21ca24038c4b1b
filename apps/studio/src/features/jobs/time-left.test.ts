import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

const START = "2026-11-20T10:00:00.000Z";
const at = (seconds: number) => Date.parse(START) + 1_000 * seconds;
const running = (progress: number) => ({ status: "running", progress, startedAt: START }) as const;

test.each([
  [running(0.5), 60, "about 1 min 0 s left"],
  [running(0.9), 60, "about 7 s left"],
  [running(0.01), 60, undefined],
  [running(0.5), 2, undefined],
  [{ ...running(0.5), status: "queued" as const }, 60, undefined],
])("%j after %i s: %s", (job, seconds, words) => {
  expect(timeLeft(job, at(seconds))).toBe(words);
});
