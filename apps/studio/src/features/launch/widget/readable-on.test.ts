import { expect, test } from "vitest";
import { readableOn } from "./readable-on.ts";

test.each([
  ["#000000", "#ffffff"],
  ["#3b5bdb", "#ffffff"],
  ["#ffffff", "#000000"],
  ["#ffd43b", "#000000"],
  ["#767676", "#000000"],
  ["#757575", "#ffffff"],
])("on %s one reads %s best", (color, ink) => {
  expect(readableOn(color)).toBe(ink);
});
