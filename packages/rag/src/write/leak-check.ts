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
  known: () => string;
}): (sentence: string) => boolean {
  const words = ` ${wordsOf(secret).join(" ")} `;
  const codes = new Set(codesIn(secret));
  return (sentence) => {
    const suspectCodes = codesIn(sentence).filter((code) => codes.has(code));
    const suspectRuns = runsOf(sentence).filter((run) => words.includes(` ${run} `));
    if (suspectCodes.length + suspectRuns.length === 0) return false;
    // What is known is long, and asked for once in many answers.
    const text = known();
    const said = new Set([...codesIn(text), ...runsOf(text)]);
    return [...suspectCodes, ...suspectRuns].some((suspect) => !said.has(suspect));
  };
}

function wordsOf(text: string): string[] {
  return splitWords(foldText(text)).map((word) => word.text);
}

function runsOf(text: string): string[] {
  const words = wordsOf(text);
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
