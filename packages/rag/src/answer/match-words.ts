import type { ReadText } from "./read-text.ts";
import { spellingSimilarity } from "./spelling-similarity.ts";
import type { QuestionWord } from "./weigh-question.ts";

/** How well each word of a question is found in a text, 0 to 1, in the question's order. */
export type WordMatches = readonly number[];

const LEAST_DENSE_SHARE = 0.6;

/** Remembers what it compared: the sentences of a passage share most of their words. */
export function createWordMatcher(words: readonly QuestionWord[]): (text: ReadText) => WordMatches {
  const known = new Map<string, readonly number[]>();
  const compare = (stem: string) => {
    const similarities = words.map((word) =>
      word.dense ? 0 : spellingSimilarity(word.text, stem),
    );
    known.set(stem, similarities);
    return similarities;
  };
  return ({ folded, stems }) => {
    const best = words.map((word) => (word.dense ? denseMatch(word.text, folded) : 0));
    for (const stem of new Set(stems)) {
      for (const [index, similarity] of (known.get(stem) ?? compare(stem)).entries()) {
        if (similarity > best[index]!) best[index] = similarity;
      }
    }
    return best;
  };
}

/** Whole, or by the share of its letter pairs, for dictionaries cut compounds now so, now so. */
function denseMatch(word: string, folded: string): number {
  if (folded.includes(word)) return 1;
  const letters = Array.from(word);
  if (letters.length < 3) return 0;
  let found = 0;
  for (let at = 1; at < letters.length; at++) {
    if (folded.includes(letters[at - 1]! + letters[at]!)) found++;
  }
  const share = found / (letters.length - 1);
  return share >= LEAST_DENSE_SHARE ? share * share : 0;
}
