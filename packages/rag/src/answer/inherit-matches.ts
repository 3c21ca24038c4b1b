import { coverage } from "./coverage.ts";
import type { Head } from "./list-quotables.ts";
import type { WordMatches } from "./match-words.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

const KEPT_PER_SENTENCE = 0.9;

/**
 * What a sentence speaks of by standing under a question or a heading: all that a question asks, and
 * of a heading the more, the more of what is asked it names; less with every sentence in between.
 */
export function inheritMatches(
  question: WeighedQuestion,
  { isQuestion, distance }: Head,
  matches: WordMatches,
): WordMatches {
  const trust = isQuestion ? 1 : coverage(question, matches);
  return matches.map((match) => match * trust * KEPT_PER_SENTENCE ** distance);
}
