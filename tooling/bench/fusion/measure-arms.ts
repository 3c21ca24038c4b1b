import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import { drawEvenly } from "../retrieval/draw-evenly.ts";
import type { BenchSet } from "../retrieval/read-bench-set.ts";
import type { DenseArm } from "./dense-arm.ts";
import { DEPTH, openArms } from "./open-arms.ts";

/** nDCG@10 of one question: by words, by vectors, by both as shipped, and by both under each share of the vectors. */
export interface Scored {
  words: number;
  dense: number;
  fused: number;
  shares: number[];
}

/** Of each arm, so many questions of the set, drawn evenly. */
export async function measureArms(
  set: BenchSet,
  arms: readonly DenseArm[],
  count: number,
): Promise<Scored[][]> {
  const { byWords, byVectors } = openArms(set);
  const scored = arms.map((): Scored[] => []);
  for (const query of drawEvenly(set.queries, count)) {
    const score = (ranked: string[]) => ndcgAt(DEPTH, ranked, query.judgements);
    const words = score(await byWords(query));
    for (const [i, arm] of arms.entries()) {
      const { dense, fused, shares } = await byVectors(arm, query);
      scored[i]!.push({
        words,
        dense: score(dense),
        fused: score(fused),
        shares: shares.map(score),
      });
    }
  }
  return scored;
}
