import type { RerankFeatures } from "./rerank-features.ts";

/**
 * Fitted by `tooling/bench/retrieval/fit-reranker.ts`: listwise softmax (Cao et al. 2007, "Learning to
 * rank: from pairwise approach to listwise approach"), seven English sets and twelve languages of one
 * more, each set and the languages together counting alike. `dense` is not fitted, no embedding model
 * being part of it: it counts as much as both word arms together.
 */
export const RERANK_WEIGHTS: RerankFeatures = {
  lexical: 2.3,
  characters: 1.57,
  dense: 3.87,
  heading: 0.49,
  bestSentence: 0.57,
  sentenceCoverage: 2.2,
  passageCoverage: 1.55,
  cosine: 0.38,
  adjacentPairs: 1.25,
  nearPairs: 2.02,
};
