import { listPassagesAt, type PassageRow } from "@understudy/db/queries/passages";
import type { Reach } from "@understudy/db/queries/reach";
import type { PersonalSpan } from "@understudy/rag/policy/personal/kinds";
import type { Rerank } from "@understudy/rag/rerank/rerank";
import type { ArmScores, Candidate } from "@understudy/rag/retrieve/candidate";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import type { DroppedCandidate, RetrievedPassage } from "@understudy/rag/retrieve/retrieval";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import { RETRIEVAL_SETTINGS, type RetrievalSettings } from "@understudy/rag/retrieve/settings";
import { listWithin } from "../access-group/is-within.ts";
import { meterRerank, outsideReranker } from "../budget/meter-rerank.ts";
import type { Context } from "../kernel/context.ts";
import type { Passage } from "./contract.ts";
import {
  currentKnowledge,
  heldKnowledge,
  type KnowledgeRequest,
  OutOfDate,
  requireRevision,
} from "./current-knowledge.ts";
import { openDenseSearch } from "./open-dense-search.ts";
import { pinFirst } from "./pin-first.ts";
import { placeKey } from "./place-key.ts";
import type { CachedTwin } from "./twin-indexes.ts";

export interface FoundPassage extends Passage {
  sourceVersionId: string;
  headings: readonly string[];
  /** Where in the passage as it is stored something was hidden. */
  hidden?: readonly PersonalSpan[];
}

/** A passage as the database shows it to this caller. */
export type LivePassage = PassageRow & { title: string; headings: readonly string[] };

export interface FoundPassages {
  passages: FoundPassage[];
  dropped: DroppedCandidate<LivePassage>[];
  timingsMs: Record<string, number>;
  /** Inverse document frequency of an index term in what was searched. */
  termIdf: (term: string) => number;
  /** What vectors could say, of what they usually do; null where they, or the local reranker, were not asked. */
  denseShare: number | null;
}

export interface FindRequest extends KnowledgeRequest {
  query: string;
  limit: number;
  /** What the one who asks may be answered from, which nobody may forget to say; null: everything. */
  reach: Reach | null;
  /** For this query only. */
  settings?: RetrievalSettings;
  /** The vector of the query, by the model of the index, where it is at hand. */
  vector?: Float32Array;
  /** Instead of the reranker that answers rest on. */
  rerank?: Rerank<LivePassage & { scores: ArmScores }>;
}

type Needed = "index" | "vectors" | "pinned" | "embedding" | "lineages" | "restrictions";
export interface Searched extends Pick<CachedTwin, Needed> {
  generationId?: string;
  /** The revision of its content, where the database has yet to be asked whether that is the latest. */
  expected?: bigint;
}

/**
 * The one way to what a twin knows, for search and for answers alike. The index proposes; what the
 * database does not show as live to this caller, at the time of reading, is dropped.
 */
export async function findPassages(ctx: Context, request: FindRequest): Promise<FoundPassages> {
  const startedMs = performance.now();
  const held = heldKnowledge(ctx, request);
  if (held) {
    try {
      return await findWithin(ctx, held, request);
    } catch (error) {
      if (!(error instanceof OutOfDate)) throw error;
    }
  }
  const knowledge = await currentKnowledge(ctx, request);
  const indexMs = performance.now() - startedMs;
  const { timingsMs, ...found } = await findWithin(ctx, knowledge, request);
  return { ...found, timingsMs: { index: indexMs, ...timingsMs } };
}

/**
 * The same in an index that is at hand; one that does not answer yet is named by its generation. What
 * is not within reach is in no list, no frequency and no count that a ranking knows of.
 */
export async function findWithin(
  ctx: Context,
  { index, vectors, pinned, embedding, lineages, restrictions, ...asked }: Searched,
  request: FindRequest,
): Promise<FoundPassages> {
  const { twinId, query, vector, limit, reach, settings = RETRIEVAL_SETTINGS } = request;
  const startedMs = performance.now();
  const allowed = listWithin(lineages, reach, restrictions);
  const dense = { twinId, query, poolSize: settings.poolSize, index, vectors, embedding, allowed };
  const searchDense = await openDenseSearch(ctx, { ...dense, vector });
  const embedMs = performance.now() - startedMs;
  const load = (candidates: readonly Candidate[]) =>
    loadAt(ctx, candidates, { twinId, reach, ...asked });
  const retrieved = await retrievePassages({
    index,
    query,
    limit,
    settings,
    ...(allowed && { allowed }),
    ...(searchDense && { searchDense }),
    load,
    rerank: request.rerank ?? meterRerank(ctx, { twinId, denseShare: embedding?.share }),
    call: { signal: ctx.signal, correlationId: ctx.correlationId },
  });
  const found = await pinFirst(retrieved, { query, limit, pinned, load });
  return {
    passages: found.passages.map(readPassage),
    dropped: found.dropped,
    timingsMs: { embed: embedMs, ...found.timingsMs },
    termIdf: measureIdf(index, allowed),
    denseShare: searchDense && !outsideReranker(ctx.ports) ? (embedding?.share ?? null) : null,
  };
}

interface Asked extends Pick<Searched, "generationId" | "expected"> {
  twinId: string;
  reach: Reach | null;
}

async function loadAt(
  ctx: Context,
  candidates: readonly Candidate[],
  { twinId, expected, ...read }: Asked,
): Promise<(LivePassage | undefined)[]> {
  const places = candidates.map(({ segmentId, ordinal }) => ({
    sourceVersionId: segmentId,
    ordinal,
  }));
  const rows = await ctx.transaction(async (tx) => {
    if (expected !== undefined) await requireRevision(tx, twinId, expected);
    return listPassagesAt(tx, places, read);
  });
  const byPlace = new Map(
    rows.map((row) => [placeKey({ segmentId: row.sourceVersionId, ordinal: row.ordinal }), row]),
  );
  return candidates.map((candidate) => {
    const row = byPlace.get(placeKey(candidate));
    return row && { ...row, title: row.sourceTitle, headings: row.locator.headings ?? [] };
  });
}

function readPassage({ passage, score, scores }: RetrievedPassage<LivePassage>): FoundPassage {
  const { lexical, vector, fused, reranked } = scores;
  return {
    chunkId: passage.id,
    sourceId: passage.sourceId,
    sourceVersionId: passage.sourceVersionId,
    sourceTitle: passage.sourceTitle,
    ...(passage.sourceUrl && { sourceUrl: passage.sourceUrl }),
    text: passage.text,
    locator: passage.locator,
    ...(passage.corrected && { corrected: true }),
    ...(passage.isPinned && { pinned: true }),
    headings: passage.headings,
    score,
    scores: { lexical, vector, fused, reranked },
  };
}
