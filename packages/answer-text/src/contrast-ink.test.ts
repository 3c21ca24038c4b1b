import { expect, test } from "vitest";
import { contrastInk } from "./contrast-ink.ts";

test.each([
  ["#000000", "#fff"],
  ["#3b5bdb", "#fff"],
  ["#ffffff", "#000"],
  ["#ffd43b", "#000"],
  ["#767676", "#000"],
  ["#757575", "#fff"],
])("on %s one reads %s best", (color, ink) => {
  expect(contrastInk(color)).toBe(ink);
});
