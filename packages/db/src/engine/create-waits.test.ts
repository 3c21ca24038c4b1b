import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWaits } from "./create-waits.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("tells of the longest wait that has not ended", () => {
  const waits = createWaits();
  expect(waits.longestMs()).toBe(0);
  const endFirst = waits.begin();
  vi.advanceTimersByTime(30);
  const endSecond = waits.begin();
  vi.advanceTimersByTime(10);
  expect(waits.longestMs()).toBe(40);
  endFirst();
  expect(waits.longestMs()).toBe(10);
  endFirst();
  endSecond();
  expect(waits.longestMs()).toBe(0);
});
