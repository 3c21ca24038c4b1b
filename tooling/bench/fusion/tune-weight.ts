import type { Judgements } from "@understudy/rag/measure/judgement";
import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import type { RerankCandidate, RerankContext } from "@understudy/rag/rerank/rerank";
import { type RerankFeatures, rerankFeatures } from "@understudy/rag/rerank/rerank-features";
import { RERANK_WEIGHTS } from "@understudy/rag/rerank/rerank-weights";

/** Of what vectors say, as shares of what the product lets them say. */
const SHARES = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20, 1_000];
const FOLDS = 5;
const DEPTH = 10;

/** nDCG@10 of one question's candidates under each share. */
export function scoreShares(
  query: string,
  candidates: readonly (RerankCandidate & { id: string })[],
  context: RerankContext,
  judgements: Judgements,
): number[] {
  const features = rerankFeatures(query, candidates, context);
  return SHARES.map((share) => {
    const scored = candidates.map(({ id }, i) => ({ id, score: weigh(features[i]!, share) }));
    const ranked = scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
    return ndcgAt(DEPTH, ranked, judgements);
  });
}

function weigh(features: RerankFeatures, share: number): number {
  const names = Object.keys(RERANK_WEIGHTS) as (keyof RerankFeatures)[];
  return names.reduce((sum, name) => {
    const weight = name === "dense" ? share * RERANK_WEIGHTS[name] : RERANK_WEIGHTS[name];
    return sum + weight * features[name];
  }, 0);
}

/** Each question under the share that suits the other four fifths best. */
export function scoreTuned(questions: readonly number[][]): number[] {
  const best = Array.from({ length: FOLDS }, (_, fold) => {
    const others = questions.filter((__, i) => i % FOLDS !== fold);
    const sums = SHARES.map((__, at) => others.reduce((sum, scores) => sum + scores[at]!, 0));
    return sums.indexOf(Math.max(...sums));
  });
  return questions.map((scores, i) => scores[best[i % FOLDS]!]!);
}

/** Half the width of the 95 % confidence interval of the mean of paired differences. */
export function confidence(differences: readonly number[]): number {
  const count = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / count;
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
  return 1.96 * Math.sqrt(variance / count);
}
