import type { ReadNumber } from "../write/read-numbers.ts";
import type { StatedNumber } from "./read-statements.ts";

export interface Difference {
  one: string;
  other: string;
}

export interface NumberDifference extends Difference {
  unit: string | null;
  isLabel: boolean;
}

/**
 * The first number of the one that the other gives otherwise: of the same unit, where neither says the
 * other's number as well. A rounded number is no other one, and a year is not compared with a count.
 */
export function compareNumbers(
  one: readonly StatedNumber[],
  other: readonly StatedNumber[],
): NumberDifference | null {
  const mine = one.filter((number) => !other.some((theirs) => isSame(number, theirs)));
  const theirs = other.filter((number) => !one.some((ours) => isSame(ours, number)));
  for (const number of mine) {
    const opposed = theirs.find((candidate) => isOfKind(number, candidate));
    if (!opposed) continue;
    const isLabel = number.isLabel || opposed.isLabel;
    return { one: number.value, other: opposed.value, unit: number.unit, isLabel };
  }
  return null;
}

/** Twelve men are not twelve women, but twelve may well be. */
function isSame(one: ReadNumber, other: ReadNumber): boolean {
  const isEqual =
    one.value === other.value || rounds(one.value, other.value) || rounds(other.value, one.value);
  return isEqual && (one.unit === other.unit || one.unit === null || other.unit === null);
}

/** Whether the first is the second with fewer decimals. */
function rounds(rough: string, exact: string): boolean {
  const decimals = (value: string) => value.split(".")[1]?.length ?? 0;
  if (decimals(rough) >= decimals(exact)) return false;
  return Number(exact).toFixed(decimals(rough)) === Number(rough).toFixed(decimals(rough));
}

function isOfKind(one: ReadNumber, other: ReadNumber): boolean {
  return one.unit === other.unit && isYear(one.value) === isYear(other.value);
}

export function isYear(value: string): boolean {
  return /^(?:1\d|20)\d\d$/.test(value);
}
