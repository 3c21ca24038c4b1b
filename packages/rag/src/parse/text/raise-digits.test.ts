import { expect, test } from "vitest";
import { raiseDigits } from "./raise-digits.ts";

test.each([
  ["of 10", "3", "³"],
  ["in 2023", "12", "¹²"],
  ["10", "−6", "⁻⁶"],
  ["a word", "1", "1"],
  ["the 1", "st", "st"],
  ["10", "1234", "1234"],
])("after %j, %j that is raised reads %j", (before, raised, expected) => {
  expect(raiseDigits(before, raised)).toBe(expected);
});
