import type { Phrasing } from "./read-phrasing.ts";
import { wordSimilarity } from "./word-similarity.ts";

export interface Coverage {
  /** Of what the question asks, the share that the phrasing asks too; and the other way. From 0 to 1. */
  ofQuestion: number;
  ofPhrasing: number;
  /** Harmonic mean of the two. */
  both: number;
  /** Sum of the weights of the content words that both hold. */
  shared: number;
}

const FUNCTION_WORD_WEIGHT = 0.15;
const MOST_OF_FUNCTION_WORD = 2;

/** How much of each is in the other, a word weighing as much as it tells apart. */
export function comparePhrasings(
  question: Phrasing,
  phrasing: Phrasing,
  idf: (stem: string) => number,
): Coverage {
  const forth = cover(question, phrasing, idf);
  const back = cover(phrasing, question, idf);
  const sum = forth.share + back.share;
  return {
    ofQuestion: forth.share,
    ofPhrasing: back.share,
    both: sum > 0 ? (2 * forth.share * back.share) / sum : 0,
    shared: forth.shared,
  };
}

function cover(of: Phrasing, by: Phrasing, idf: (stem: string) => number) {
  let [all, held, shared] = [0, 0, 0];
  for (const stem of of.content) {
    const weight = idf(stem);
    const found = weight * similarityTo(stem, by.content);
    all += weight;
    held += found;
    shared += found;
  }
  for (const stem of of.functional) {
    const weight = Math.min(idf(stem), MOST_OF_FUNCTION_WORD) * FUNCTION_WORD_WEIGHT;
    all += weight;
    if (by.functional.has(stem)) held += weight;
  }
  return { share: all > 0 ? held / all : 0, shared };
}

/** The similarity of the most similar stem. */
export function similarityTo(stem: string, among: ReadonlySet<string>): number {
  if (among.has(stem)) return 1;
  let best = 0;
  for (const other of among) best = Math.max(best, wordSimilarity(stem, other));
  return best;
}
