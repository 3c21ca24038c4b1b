import type { CallOptions } from "../chat/chat-model.ts";
import type { TwinIndex } from "../index/twin-index.ts";
import type { PassageText, Rerank } from "../rerank/rerank.ts";
import type { ArmScores, Candidate } from "./candidate.ts";
import { measureIdf } from "./measure-idf.ts";
import type { RetrievedPassage } from "./retrieval.ts";

export interface FoundPassage<T extends PassageText> extends Candidate {
  passage: T;
}

interface RankOptions<T extends PassageText> {
  index: TwinIndex;
  query: string;
  allowed?: ReadonlySet<string>;
  rerank?: Rerank<T & { scores: ArmScores }>;
  call: CallOptions;
}

/** Orders what was found by the reranker's score, or as it is when there is none. */
export async function rankPassages<T extends PassageText>(
  found: readonly FoundPassage<T>[],
  { index, query, allowed, rerank, call }: RankOptions<T>,
): Promise<RetrievedPassage<T>[]> {
  const readable = found.map(({ passage, scores }) => ({ ...passage, scores }));
  const termIdf = measureIdf(index, allowed);
  const reranked = await rerank?.(query, readable, { termIdf, ...call });
  if (reranked && reranked.length !== found.length) {
    throw new Error(`The reranker scored ${reranked.length} of ${found.length} candidates`);
  }
  return found
    .map((candidate, i) => {
      const score = reranked?.[i] ?? null;
      const scores = { ...candidate.scores, reranked: score };
      return { ...candidate, scores, score: score ?? candidate.scores.fused };
    })
    .sort((a, b) => b.score - a.score);
}
