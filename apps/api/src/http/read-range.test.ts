import { expect, test } from "vitest";
import { readRange } from "./read-range.ts";

test.each([
  ["bytes=0-3", { start: 0, end: 3 }],
  ["bytes=4-", { start: 4, end: 9 }],
  ["bytes=4-400", { start: 4, end: 9 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes = 2-5", { start: 2, end: 5 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-400", { start: 0, end: 9 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=0-1,3-4", undefined],
  ["bytes=5-2", undefined],
  ["bytes=-", undefined],
  ["pages=0-1", undefined],
  ["", undefined],
  [undefined, undefined],
])("of ten bytes %s asks for %o", (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test("nothing is a part of what is empty", () => {
  expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
});
