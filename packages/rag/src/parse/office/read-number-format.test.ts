import { expect, test } from "vitest";
import { readNumberFormat } from "./read-number-format.ts";

test.each([
  ['"€" #,##0.00', { before: "€ ", after: "", decimals: 2 }],
  ["[$€-407] #,##0.00", { before: "€ ", after: "", decimals: 2 }],
  ['#,##0.00\\ "€";[Red]-#,##0.00\\ "€"', { before: "", after: " €", decimals: 2 }],
  ['_-* #,##0.00\\ [$CHF-807]_-;-* "-"??_-', { before: "", after: " CHF", decimals: 2 }],
  ["$#,##0", { before: "$", after: "", decimals: 0 }],
  ['0.0" kg"', { before: "", after: " kg", decimals: 1 }],
  ['"Room "0', { before: "Room ", after: "", decimals: 0 }],
  ["00000", { mask: "00000" }],
  ["000\\-0000;@", { mask: "000-0000" }],
  ["€ #,##0.##", { before: "€ ", after: "", decimals: 0 }],
])("%s shows what a number is of", (code, expected) => {
  expect(readNumberFormat(code)).toEqual(expected);
});

test.each([
  ["General", undefined],
  ["#,##0.00", undefined],
  ["0;-0;0", undefined],
  ["@", undefined],
  ["0.0%", "percent"],
  ['0%" of all"', "percent"],
  ["DD.MM.YYYY", "date"],
  ["[$-407]d. mmmm yyyy", "date"],
  ["[h]:mm", "duration"],
  [undefined, undefined],
])("%s does not", (code, expected) => {
  expect(readNumberFormat(code)).toBe(expected);
});
