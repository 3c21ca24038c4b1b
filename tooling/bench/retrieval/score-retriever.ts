import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import { recallAt } from "@understudy/rag/measure/recall-at";
import { reciprocalRankAt } from "@understudy/rag/measure/reciprocal-rank-at";
import { percentile } from "../percentile.ts";
import type { BenchSet } from "./read-bench-set.ts";
import type { Retriever } from "./retriever.ts";

const DEPTH = 10;

/** Means over the queries, 0 to 1. */
export interface RetrievalFigures {
  "R@1": number;
  "R@5": number;
  "R@10": number;
  "MRR@10": number;
  "nDCG@10": number;
}

export interface ScoredSet {
  retriever: string;
  set: string;
  queries: number;
  figures: RetrievalFigures;
  medianMs: number;
}

export async function scoreRetriever(retriever: Retriever, set: BenchSet): Promise<ScoredSet> {
  await retriever.index(set.documents);
  const sums = { "R@1": 0, "R@5": 0, "R@10": 0, "MRR@10": 0, "nDCG@10": 0 };
  const times: number[] = [];
  for (const { text, judgements } of set.queries) {
    const startedAt = performance.now();
    const ranked = await retriever.search(text, DEPTH);
    times.push(performance.now() - startedAt);
    sums["R@1"] += recallAt(1, ranked, judgements);
    sums["R@5"] += recallAt(5, ranked, judgements);
    sums["R@10"] += recallAt(10, ranked, judgements);
    sums["MRR@10"] += reciprocalRankAt(10, ranked, judgements);
    sums["nDCG@10"] += ndcgAt(10, ranked, judgements);
  }
  const queries = set.queries.length;
  return {
    retriever: retriever.name,
    set: set.name,
    queries,
    figures: mapFigures(sums, (sum) => sum / queries),
    medianMs: percentile(times, 50),
  };
}

export function mapFigures(
  figures: RetrievalFigures,
  change: (value: number, name: keyof RetrievalFigures) => number,
): RetrievalFigures {
  const names = Object.keys(figures) as (keyof RetrievalFigures)[];
  return Object.fromEntries(
    names.map((name) => [name, change(figures[name], name)]),
  ) as unknown as RetrievalFigures;
}
