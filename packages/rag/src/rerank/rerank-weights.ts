import type { RerankFeatures } from "./rerank-features.ts";

/**
 * Fitted by `tooling/bench/retrieval/fit-reranker.ts` (listwise softmax: Cao et al. 2007, "Learning to
 * rank: from pairwise approach to listwise approach") on seven English sets and, as an eighth, twelve
 * languages, each set counting alike. `dense` is not fitted, no embedding model being part of it:
 * it counts as much as both word arms together.
 */
export const RERANK_WEIGHTS: RerankFeatures = {
  lexical: 2.03,
  characters: 1.52,
  dense: 3.55,
  heading: 0.66,
  bestSentence: 0.89,
  sentenceCoverage: 1.98,
  passageCoverage: 1.82,
  cosine: 0.68,
  adjacentPairs: 1.83,
  nearPairs: 1.97,
};
