import type { Judgements } from "./judgement.ts";

/**
 * Share of the relevant documents among the first `k`, 0 to 1; of at most `k` of them, so that 1 can
 * be reached. With one relevant document it is the hit rate. (Manning et al. 2008, "Introduction to
 * Information Retrieval", chapter 8)
 */
export function recallAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const relevant = [...judgements.values()].filter((grade) => grade > 0).length;
  const found = ranked.slice(0, k).filter((id) => (judgements.get(id) ?? 0) > 0).length;
  return relevant === 0 ? 0 : found / Math.min(k, relevant);
}
