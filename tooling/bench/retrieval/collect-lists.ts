import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import type { Judgements } from "@understudy/rag/measure/judgement";
import { rerankFeatures } from "@understudy/rag/rerank/rerank-features";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { searchIndex } from "@understudy/rag/retrieve/search-index";
import { RETRIEVAL_SETTINGS } from "@understudy/rag/retrieve/settings";
import type { RankedList } from "../answer/fit-listwise.ts";
import { drawEvenly } from "./draw-evenly.ts";
import type { BenchSet } from "./read-bench-set.ts";

export const FITTED_FEATURES = [
  "lexical",
  "characters",
  "heading",
  "sentenceCoverage",
  "overlap",
  "spelling",
  "adjacentPairs",
  "nearPairs",
] as const;

/** The candidates of one question, in the order they were found. */
export interface CandidateList extends RankedList {
  ids: string[];
  judgements: Judgements;
}

const CALL = { signal: new AbortController().signal, correlationId: "bench" };

/** What the reranker sees of at most `count` questions of a set, evenly drawn, with what is relevant. */
export function collectLists({ documents, queries }: BenchSet, count: number): CandidateList[] {
  const index = createTwinIndex();
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const document of documents) index.add(document.id, buildSegment([document]));
  const termIdf = measureIdf(index);
  const includeUnmatched = documents.length <= RETRIEVAL_SETTINGS.poolSize;
  return drawEvenly(queries, count).map(({ text, judgements }) => {
    const candidates = searchIndex(index, text, {
      limit: RETRIEVAL_SETTINGS.poolSize,
      includeUnmatched,
    });
    const readable = candidates.map(({ segmentId, scores }) => ({
      ...byId.get(segmentId)!,
      scores,
    }));
    return {
      ids: candidates.map(({ segmentId }) => segmentId),
      judgements,
      features: rerankFeatures(text, readable, { termIdf, ...CALL }).map((features) =>
        FITTED_FEATURES.map((name) => features[name]),
      ),
      isRight: candidates.map(({ segmentId }) => (judgements.get(segmentId) ?? 0) > 0),
    };
  });
}
