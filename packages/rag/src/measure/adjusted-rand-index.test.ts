import { expect, test } from "vitest";
import { adjustedRandIndex } from "./adjusted-rand-index.ts";

test("it is 1 for the same grouping by other names, as worked by hand between, and below 0 for worse than chance", () => {
  expect(adjustedRandIndex(["a", "a", "b"], ["x", "x", "y"])).toBe(1);
  expect(adjustedRandIndex([..."aabb"], [..."aabc"])).toBeCloseTo(4 / 7);
  expect(adjustedRandIndex([..."aabb"], [..."abab"])).toBeCloseTo(-0.5);
  expect(adjustedRandIndex([], [])).toBe(1);
});
