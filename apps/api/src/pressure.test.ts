import { expect, test } from "vitest";
import { createPressure } from "./pressure.ts";

const LONG = 80;

/** Looks every 50 ms, from the start on; gives whether it is too high after each. */
function lookAt(waits: readonly number[], everyMs = 50): boolean[] {
  const pressure = createPressure(50);
  return waits.map((waitMs, at) => {
    const nowMs = at * everyMs;
    pressure.look(waitMs, nowMs);
    return pressure.isTooHigh(nowMs);
  });
}

test("a queue that stands for half a second is too long, until it has been short once", () => {
  const waits = [0, ...Array(12).fill(LONG), 10, LONG];
  const found = lookAt(waits);
  expect(found.indexOf(true)).toBe(10);
  expect(found.slice(10)).toEqual([true, true, true, false, false]);
});

test("bursts that are worked off are none, however many of them there are", () => {
  const burst = [...Array(9).fill(LONG), 0];
  expect(lookAt(Array(10).fill(burst).flat())).not.toContain(true);
});

test("one long stop of the whole process is none", () => {
  expect(lookAt([0, LONG, LONG, LONG], 2_000)).not.toContain(true);
});
