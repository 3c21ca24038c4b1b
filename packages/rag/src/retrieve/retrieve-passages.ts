import type { CallOptions } from "../chat/chat-model.ts";
import type { TwinIndex } from "../index/twin-index.ts";
import type { PassageText, Rerank } from "../rerank/rerank.ts";
import type { ArmScores, Candidate, DenseHit } from "./candidate.ts";
import { type FoundPassage, rankPassages } from "./rank-passages.ts";
import type { DroppedCandidate, Retrieval, RetrievedPassage } from "./retrieval.ts";
import { searchIndex } from "./search-index.ts";
import { type DropReason, selectPassages } from "./select-passages.ts";
import { RETRIEVAL_SETTINGS, type RetrievalSettings } from "./settings.ts";
import { createStopwatch } from "./stopwatch.ts";
import { viewBlocks } from "./view-blocks.ts";

/** Passages of the twin close in meaning to the query, best first, at most `limit`. */
export type SearchDense = (query: string, limit: number) => Promise<DenseHit[]>;

/** The texts of candidates, in their order; undefined for what may not, or no longer, be read. */
export type LoadPassages<T extends PassageText> = (
  candidates: readonly Candidate[],
) => Promise<readonly (T | undefined)[]>;

export interface RetrieveOptions<T extends PassageText> {
  index: TwinIndex;
  query: string;
  limit: number;
  load: LoadPassages<T>;
  /** The segments that may be read; all when it is not given. */
  allowed?: ReadonlySet<string>;
  searchDense?: SearchDense;
  rerank?: Rerank<T & { scores: ArmScores }>;
  /** Whom providers work for. */
  call: CallOptions;
  settings?: RetrievalSettings;
}

/**
 * Search, load, rerank, select: the passages that answer a query best, and of every other candidate
 * why it was left out. Rejects when `load`, `searchDense` or `rerank` does: the caller degrades.
 */
export async function retrievePassages<T extends PassageText>(
  options: RetrieveOptions<T>,
): Promise<Retrieval<T>> {
  const { index, query, limit, load, allowed, settings = RETRIEVAL_SETTINGS } = options;
  const { time, timingsMs } = createStopwatch();
  const pool = Math.max(limit, settings.poolSize);
  const denseHits =
    options.searchDense && (await time("dense", () => options.searchDense!(query, pool)));
  // A twin this small is read whole: spelling the index misses may still show in the texts.
  const seen = allowed ? viewBlocks(index, allowed) : index;
  const includeUnmatched = seen.passageCount <= pool;
  const candidates = await time("search", () =>
    searchIndex(index, query, { limit: pool, allowed, denseHits, includeUnmatched, settings }),
  );
  const texts = await time("load", () => load(candidates));
  const { found, gone } = joinTexts(candidates, texts);
  const scored = await time("rerank", () => rankPassages(found, options));
  const [ranked, unmatched] = [scored.filter(isMatched), scored.filter((one) => !isMatched(one))];
  const reasons = await time("select", () =>
    selectPassages(ranked.map(toSelectable), { limit, settings }),
  );
  const { passages, dropped } = divide(ranked, reasons);
  const rest = [...unmatched.map((candidate) => drop(candidate, "unmatched")), ...gone];
  return { passages, dropped: [...dropped, ...rest], timingsMs };
}

function joinTexts<T extends PassageText>(
  candidates: readonly Candidate[],
  texts: readonly (T | undefined)[],
): { found: FoundPassage<T>[]; gone: DroppedCandidate<T>[] } {
  const found: FoundPassage<T>[] = [];
  const gone: DroppedCandidate<T>[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const passage = texts[i];
    if (passage) found.push({ ...candidate, passage });
    else {
      const scores = { ...candidate.scores, reranked: null };
      gone.push(drop<T>({ ...candidate, scores, passage: null }, "gone"));
    }
  }
  return { found, gone };
}

function isMatched<T extends PassageText>({ scores, score }: RetrievedPassage<T>): boolean {
  return scores.fused > 0 || score > 0;
}

function divide<T extends PassageText>(
  ranked: readonly RetrievedPassage<T>[],
  reasons: readonly (DropReason | null)[],
) {
  const passages: RetrievedPassage<T>[] = [];
  const dropped: DroppedCandidate<T>[] = [];
  for (const [i, candidate] of ranked.entries()) {
    const reason = reasons[i];
    if (reason) dropped.push(drop(candidate, reason));
    else passages.push(candidate);
  }
  return { passages, dropped };
}

function drop<T extends PassageText>(
  { segmentId, ordinal, scores, passage }: Omit<DroppedCandidate<T>, "droppedBecause">,
  droppedBecause: DropReason,
): DroppedCandidate<T> {
  return { segmentId, ordinal, scores, passage, droppedBecause };
}

function toSelectable<T extends PassageText>({ segmentId, passage }: RetrievedPassage<T>) {
  return { segmentId, text: passage.text };
}
