import type { Judgements } from "./judgement.ts";

/**
 * Normalised discounted cumulative gain of the first `k`, 0 to 1: the grades as gains, discounted by
 * the logarithm of the rank, over the best order there could be. (Järvelin, Kekäläinen 2002,
 * "Cumulated gain-based evaluation of IR techniques")
 */
export function ndcgAt(k: number, ranked: readonly string[], judgements: Judgements): number {
  const ideal = [...judgements.values()].sort((a, b) => b - a);
  const best = discountedGain(ideal.slice(0, k));
  const gains = ranked.slice(0, k).map((id) => judgements.get(id) ?? 0);
  return best === 0 ? 0 : discountedGain(gains) / best;
}

function discountedGain(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
