import type { WordMatches } from "./match-words.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/** The share of a question's weight that is found, 0 to 1. */
export function coverage({ words, totalWeight }: WeighedQuestion, matches: WordMatches): number {
  if (totalWeight === 0) return 0;
  return matches.reduce((sum, match, index) => sum + match * words[index]!.weight, 0) / totalWeight;
}

const NEAR_WORDS = 3;
const FOUND = 0.5;

/** The share of a question's neighbouring subject words that stand near each other in a text, too. */
export function pairCoverage(
  { words, pairs }: WeighedQuestion,
  { stems, matches }: { stems: readonly string[]; matches: WordMatches },
): number {
  if (pairs.length === 0) return 0;
  const near = pairs.filter(([first, second]) => {
    if (matches[first]! < FOUND || matches[second]! < FOUND) return false;
    if (words[first]!.dense || words[second]!.dense) return true;
    return areNear(stems, words[first]!.text, words[second]!.text);
  });
  return near.length / pairs.length;
}

function areNear(stems: readonly string[], first: string, second: string): boolean {
  return stems.some((stem, at) => {
    if (stem !== first) return false;
    const window = stems.slice(Math.max(0, at - NEAR_WORDS), at + NEAR_WORDS + 1);
    return window.includes(second);
  });
}
