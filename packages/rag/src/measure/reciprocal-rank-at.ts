import type { Judgements } from "./judgement.ts";

/**
 * One over the rank of the first relevant document among the first `k`, 0 when there is none; its mean
 * over queries is MRR@k. (Voorhees 1999, "The TREC-8 question answering track report")
 */
export function reciprocalRankAt(
  k: number,
  ranked: readonly string[],
  judgements: Judgements,
): number {
  const place = ranked.slice(0, k).findIndex((id) => (judgements.get(id) ?? 0) > 0);
  return place < 0 ? 0 : 1 / (place + 1);
}
