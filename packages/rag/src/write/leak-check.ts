import { foldText } from "../text/fold-text.ts";
import { splitWords } from "../text/split-words.ts";

const WORDS_IN_A_ROW = 8;
const SECRET = /[\p{L}\p{N}_]+(?:[-.:][\p{L}\p{N}_]+)*/gu;
const SHORTEST_SECRET = 6;
const CAPITALS = /^[\p{Lu}\p{N}]+(?:[-_.:][\p{Lu}\p{N}]+)+$/u;

/**
 * Tells sentences that recite the rules they were written by: eight words in a row of them, or a code
 * of theirs (a word with digits or an underscore, or hyphened capitals), unless it is `known` from
 * what may be said. Made once for an answer.
 */
export function createLeakCheck({
  secret,
  known,
}: {
  secret: string;
  known: string;
}): (sentence: string) => boolean {
  const runs = new Set(runsOf(secret));
  const knownRuns = new Set(runsOf(known));
  const said = new Set(codesIn(known));
  const codes = new Set(codesIn(secret).filter((code) => !said.has(code)));
  return (sentence) =>
    codesIn(sentence).some((code) => codes.has(code)) ||
    runsOf(sentence).some((run) => runs.has(run) && !knownRuns.has(run));
}

function runsOf(text: string): string[] {
  const words = splitWords(foldText(text)).map((word) => word.text);
  return words
    .slice(WORDS_IN_A_ROW - 1)
    .map((_, at) => words.slice(at, at + WORDS_IN_A_ROW).join(" "));
}

function codesIn(text: string): string[] {
  return Array.from(text.matchAll(SECRET), ([word]) => word)
    .filter((word) => word.length >= SHORTEST_SECRET && (isMixed(word) || CAPITALS.test(word)))
    .map((word) => word.toLowerCase());
}

function isMixed(word: string): boolean {
  return /\p{L}/u.test(word) && /[\p{N}_]/u.test(word);
}
