import type { RerankFeatures } from "./rerank-features.ts";

/**
 * Fitted by `tooling/bench/retrieval/fit-reranker.ts` (listwise softmax: Cao et al. 2007, "Learning to
 * rank: from pairwise approach to listwise approach") on seven English sets and, as an eighth, twelve
 * languages, each set counting alike, no weight below 0. The sum is a log-odds, and so is `dense`, whose
 * weight is that of certainty in `standOut`.
 */
export const RERANK_WEIGHTS: RerankFeatures = {
  lexical: 2.3,
  characters: 2.06,
  dense: 16,
  heading: 0.65,
  sentenceCoverage: 3.26,
  overlap: 1.96,
  spelling: 1.74,
  adjacentPairs: 1.56,
  nearPairs: 1.88,
};
