import { type ClaimWord, contentWords, readWords } from "../read-claim.ts";
import { CLAUSE_END } from "./read-polarity.ts";
import { isAmong } from "./words-agree.ts";

/** The parts of a claim that say more of what one part of its evidence says than of what the rest does. */
export function partsAbout(claim: string, one: string, rest: string): ClaimWord[][] {
  const [inside, outside] = [contentOf(one), contentOf(rest)];
  return claim
    .split(CLAUSE_END)
    .map(contentOf)
    .filter((own) => countAmong(own, inside) > countAmong(own, outside));
}

/** A text parted into what comes before the part that a match stands in, that part, and what comes behind. */
export function partAround(text: string, { 0: all, index }: RegExpExecArray, end: RegExp) {
  const before = text.slice(0, index).split(end);
  const [rest = "", ...behind] = text.slice(index + all.length).split(end);
  const part = `${before.at(-1)}${all}${rest}`;
  return [before.slice(0, -1).join("\n"), part, behind.join("\n")] as const;
}

export function contentOf(text: string): ClaimWord[] {
  return contentWords(readWords(text));
}

function countAmong(own: readonly ClaimWord[], words: readonly ClaimWord[]): number {
  return own.filter((word) => isAmong(word, words)).length;
}
