import { expect, test } from "vitest";
import { comparePassages } from "./compare-passages.ts";
import { dropSeries } from "./drop-series.ts";
import { readStatements } from "./read-statements.ts";

const ours = readStatements("The annual membership of the club costs 40 euros.");
const against = (prices: readonly number[]) =>
  dropSeries(
    prices.flatMap((price) => {
      const theirs = readStatements(`The annual membership of the club costs ${price} euros.`);
      return comparePassages(ours, theirs, () => 2).map((conflict) => ({ conflict }));
    }),
  );

test("one other price, said once or twice, contradicts", () => {
  expect(against([60])).toHaveLength(1);
  expect(against([60, 60])).toHaveLength(2);
});

test("a price each in many texts is a price list", () => {
  expect(against([60, 70, 80])).toEqual([]);
});
