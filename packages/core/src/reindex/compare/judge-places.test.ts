import { expect, test } from "vitest";
import { rankOfRight, shareOfBoth } from "./judge-places.ts";

const at = (start: number, end: number, sourceId = "a") => ({ sourceId, start, end });

test.each([
  ["a quote within the second passage", [at(0, 100), at(100, 200)], [at(120, 150)], 2],
  ["the same words in another source", [at(0, 100, "b")], [at(0, 100)], null],
  ["a passage that was cut in two", [at(0, 50), at(50, 100)], [at(0, 100)], 1],
  ["an overlap at the edge only", [at(90, 200)], [at(0, 100)], null],
  ["any of several quotes", [at(0, 9), at(40, 60)], [at(500, 510), at(45, 50)], 2],
  ["nothing found", [], [at(0, 10)], null],
] as const)("%s", (_, found, right, rank) => {
  expect(rankOfRight(found, right)).toBe(rank);
});

test("what both find is a share of what either does", () => {
  expect(shareOfBoth([at(0, 100), at(100, 200)], [at(0, 100), at(300, 400)])).toBe(0.5);
  expect(shareOfBoth([at(0, 100)], [at(0, 50), at(50, 100)])).toBe(1);
  expect(shareOfBoth([], [])).toBe(1);
  expect(shareOfBoth([at(0, 100)], [])).toBe(0);
});
