import { type ClaimWord, readWords } from "./read-claim.ts";
import { readNumbers } from "./read-numbers.ts";
import { speakDifferently } from "./speak-differently.ts";

/**
 * Whether each number of a claim stands in its quotes or in the question, and counts there what it
 * counts here: 14 days are not 14 weeks.
 */
export function numbersAgree(
  claim: string,
  { quotes, question }: { quotes: string; question: string },
): boolean {
  const numbers = readNumbers(claim);
  if (numbers.length === 0) return true;
  const known = [...readNumbers(quotes), ...readNumbers(question)];
  const words = readWords(claim);
  const knownWords = readWords(`${quotes} ${question}`);
  // What is counted has another name in another language.
  const isForeign = speakDifferently(words, readWords(quotes));
  return numbers.every(({ value, unit }) => {
    const same = known.filter((other) => other.value === value);
    if (same.length === 0) return false;
    if (
      unit === null ||
      isForeign ||
      hasStem(knownWords, unit) ||
      same.some((other) => other.unit === unit)
    )
      return true;
    return same.some((other) => other.unit === null || hasStem(words, other.unit));
  });
}

function hasStem(words: readonly ClaimWord[], stem: string): boolean {
  return words.some((word) => word.stem === stem);
}
