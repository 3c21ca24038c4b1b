import type { WordMatches } from "./match-words.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

interface FoundText {
  stems: readonly string[];
  matches: WordMatches;
}

const NEAR_WORDS = 3;
const FOUND = 0.5;

/** The share of a question's weight that is found, 0 to 1. */
export function coverage({ words, totalWeight }: WeighedQuestion, matches: WordMatches): number {
  if (totalWeight === 0) return 0;
  return matches.reduce((sum, match, index) => sum + match * words[index]!.weight, 0) / totalWeight;
}

/** The share of a question's neighbouring subject words that stand near each other in a text, too. */
export function pairCoverage(
  { words, pairs }: WeighedQuestion,
  { stems, matches }: FoundText,
): number {
  if (pairs.length === 0) return 0;
  const near = pairs.filter(([first, second]) => {
    if (matches[first]! < FOUND || matches[second]! < FOUND) return false;
    const both = [words[first]!, words[second]!];
    if (both.some(({ form }) => form !== "stem")) return true;
    return areNear(stems, both[0]!.text, both[1]!.text);
  });
  return near.length / pairs.length;
}

function areNear(stems: readonly string[], first: string, second: string): boolean {
  return stems.some((stem, at) => {
    if (stem !== first) return false;
    return stems.slice(Math.max(0, at - NEAR_WORDS), at + NEAR_WORDS + 1).includes(second);
  });
}

/** The share of a question's neighbouring words, one of them a subject, that stand in a row in a sentence. */
export function rowCoverage({ words }: WeighedQuestion, sentences: readonly FoundText[]): number {
  const rows: string[] = [];
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next && (word.isSubject || next.isSubject)) rows.push(` ${word.text} ${next.text} `);
  }
  if (rows.length === 0) return 0;
  const texts = sentences.map(({ stems }) => ` ${stems.join(" ")} `);
  return rows.filter((row) => texts.some((text) => text.includes(row))).length / rows.length;
}
