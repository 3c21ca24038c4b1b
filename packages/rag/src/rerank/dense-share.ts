import type { RerankCandidate, RerankContext } from "./rerank.ts";
import { type RerankFeatures, rerankFeatures } from "./rerank-features.ts";
import { RERANK_WEIGHTS } from "./rerank-weights.ts";

/** Of what vectors may say in a twin, as shares of `RERANK_WEIGHTS.dense`: from nothing to all there is. */
export const DENSE_SHARES = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20, 1_000] as const;
export type DenseShare = (typeof DENSE_SHARES)[number];

/** Where nothing is known of a twin. */
export const USUAL_SHARE = 1 satisfies DenseShare;

/** The sum that the local reranker orders by. */
export function weigh(features: RerankFeatures, denseShare: number): number {
  const names = Object.keys(RERANK_WEIGHTS) as (keyof RerankFeatures)[];
  return names.reduce((sum, name) => {
    const share = name === "dense" ? denseShare : 1;
    return sum + share * RERANK_WEIGHTS[name] * features[name];
  }, 0);
}

/** The candidates as the local reranker would order them under each of `DENSE_SHARES`, read once for all. */
export function orderByShare<Candidate extends RerankCandidate>(
  query: string,
  candidates: readonly Candidate[],
  context: RerankContext,
): Candidate[][] {
  const features = rerankFeatures(query, candidates, context);
  return DENSE_SHARES.map((share) =>
    candidates
      .map((candidate, i) => ({ candidate, score: weigh(features[i]!, share) }))
      .sort((a, b) => b.score - a.score)
      .map(({ candidate }) => candidate),
  );
}
