import type { TwinIndex } from "../index/twin-index.ts";
import type { PassageText, Rerank } from "../rerank/rerank.ts";
import type { Candidate, DenseHit } from "./candidate.ts";
import { type FoundPassage, rankPassages } from "./rank-passages.ts";
import type { DroppedCandidate, Retrieval, RetrievedPassage } from "./retrieval.ts";
import { searchIndex } from "./search-index.ts";
import { type DropReason, selectPassages } from "./select-passages.ts";
import { RETRIEVAL_SETTINGS, type RetrievalSettings } from "./settings.ts";
import { createStopwatch } from "./stopwatch.ts";

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
  rerank?: Rerank;
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
  const candidates = await time("search", () =>
    searchIndex(index, query, { limit: pool, allowed, denseHits, settings }),
  );
  const texts = await time("load", () => load(candidates));
  const { found, gone } = joinTexts(candidates, texts);
  const ranked = await time("rerank", () => rankPassages(found, options));
  const reasons = await time("select", () =>
    selectPassages(ranked.map(toSelectable), { limit, settings }),
  );
  const { passages, dropped } = divide(ranked, reasons);
  return { passages, dropped: [...dropped, ...gone], timingsMs };
}

function joinTexts<T extends PassageText>(
  candidates: readonly Candidate[],
  texts: readonly (T | undefined)[],
): { found: FoundPassage<T>[]; gone: DroppedCandidate[] } {
  const found: FoundPassage<T>[] = [];
  const gone: DroppedCandidate[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const passage = texts[i];
    if (passage) found.push({ ...candidate, passage });
    else gone.push(drop({ ...candidate, scores: { ...candidate.scores, reranked: null } }, "gone"));
  }
  return { found, gone };
}

function divide<T extends PassageText>(
  ranked: readonly RetrievedPassage<T>[],
  reasons: readonly (DropReason | null)[],
) {
  const passages: RetrievedPassage<T>[] = [];
  const dropped: DroppedCandidate[] = [];
  for (const [i, candidate] of ranked.entries()) {
    const reason = reasons[i];
    if (reason) dropped.push(drop(candidate, reason));
    else passages.push(candidate);
  }
  return { passages, dropped };
}

function drop(
  { segmentId, ordinal, scores }: Omit<DroppedCandidate, "droppedBecause">,
  droppedBecause: DropReason,
): DroppedCandidate {
  return { segmentId, ordinal, scores, droppedBecause };
}

function toSelectable<T extends PassageText>({ segmentId, passage }: RetrievedPassage<T>) {
  return { segmentId, text: passage.text };
}
