import { expect, test } from "vitest";
import { locatorWords } from "./locator-words.ts";

const span = { start: 0, end: 1 };

test.each([
  [{ headings: ["Two", "Anchors"], page: 14 }, "Two › Anchors · page 14"],
  [{ page: 3, pageEnd: 4 }, "pages 3–4"],
  [{ page: 3, pageEnd: 3 }, "page 3"],
  [{ sheet: "Prices", row: 7 }, "sheet Prices · row 7"],
  [{ startSeconds: 65.4 }, "1:05"],
  [{ startSeconds: 3_661 }, "1:01:01"],
  [{}, ""],
])("says %o", (place, words) => {
  expect(locatorWords({ ...span, ...place })).toBe(words);
});
