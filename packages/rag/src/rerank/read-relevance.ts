import { ModelFailure } from "../chat/model-failure.ts";

/** One relevance for each document, in their order, out of a reply that is believed in nothing. */
export function readRelevance(results: unknown, count: number): number[] {
  if (!Array.isArray(results) || results.length !== count) throw malformed();
  const scores = new Array<number>(count).fill(Number.NaN);
  for (const result of results) {
    const { index, relevanceScore } = (result ?? {}) as {
      index?: unknown;
      relevanceScore?: unknown;
    };
    if (!isPlace(index, count) || typeof relevanceScore !== "number") throw malformed();
    scores[index] = relevanceScore;
  }
  if (!scores.every(Number.isFinite)) throw malformed();
  return scores;
}

function isPlace(index: unknown, count: number): index is number {
  return Number.isInteger(index) && Number(index) >= 0 && Number(index) < count;
}

function malformed(): ModelFailure {
  return new ModelFailure("model.malformed", "The reranker did not score each passage once.");
}
