import { readDates } from "../read-dates.ts";
import { readNumbers } from "../read-numbers.ts";
import { spellOut } from "../read-quantities.ts";
import { readBounds } from "./bounds-agree.ts";

const RANGE =
  /(?<between>(?<!\p{L})(?:between|zwischen|entre|tra) )?(?<![\d.,:])(?<low>\d[\d.,:]*)(?: ?[\p{L}%€$£°]{1,12}){0,2}?\s?(?<link>-|–|—|to|bis|a|hasta|until|and|und|et|y|e)\s?\p{Sc}?\s?(?<high>\d[\d.,:]*)/gu;
const NEEDS_BETWEEN = /^(?:and|und|et|y|e)$/;

/**
 * One end of a range is not the whole: "20 mg" does not rest on "20 to 30 mg", though "up to 30 mg" does;
 * nor does a range rest on numbers that stand the other way round.
 */
export function rangesAgree(claim: string, evidence: string): boolean {
  const [ours, theirs] = [readRanges(claim), readRanges(evidence)];
  const said = valuesOf(claim);
  const bounds = readBounds(claim);
  const order = valuesOf(evidence);
  const isWhole = theirs.every(([low, high]) => {
    const named = [low, high].filter((end) => said.includes(end) && !bounds.has(end));
    const isElsewhere = named.every((end) => order.indexOf(end) !== order.lastIndexOf(end));
    return named.length !== 1 || isElsewhere || said.includes(named[0] === low ? high : low);
  });
  const isInOrder = ours.every(([low, high]) => {
    if (!order.includes(low) || !order.includes(high)) return true;
    return order.indexOf(low) < order.lastIndexOf(high) || low === high;
  });
  return isWhole && isInOrder;
}

function valuesOf(text: string): string[] {
  return readNumbers(spellOut(readDates(text).rest)).map(({ value }) => value.replace("-", ""));
}

function readRanges(text: string): [string, string][] {
  const spelt = spellOut(readDates(text).rest);
  return Array.from(spelt.matchAll(RANGE)).flatMap(({ groups = {} }) => {
    if (NEEDS_BETWEEN.test(groups.link ?? "") && !groups.between) return [];
    const [low, high] = [groups.low, groups.high].map((end) => readNumbers(end ?? "")[0]?.value);
    return low && high ? [[low, high] as [string, string]] : [];
  });
}
