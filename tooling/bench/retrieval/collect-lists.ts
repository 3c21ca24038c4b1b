import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { rerankFeatures } from "@understudy/rag/rerank/rerank-features";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { searchIndex } from "@understudy/rag/retrieve/search-index";
import { RETRIEVAL_SETTINGS } from "@understudy/rag/retrieve/settings";
import type { RankedList } from "../answer/fit-listwise.ts";
import type { BenchSet } from "./read-bench-set.ts";

export const FITTED_FEATURES = [
  "lexical",
  "characters",
  "heading",
  "bestSentence",
  "sentenceCoverage",
  "passageCoverage",
  "cosine",
  "adjacentPairs",
  "nearPairs",
] as const;

const CALL = { signal: new AbortController().signal, correlationId: "bench" };

/** What the reranker sees of `count` queries of a set, evenly drawn, with what is relevant. */
export function collectLists({ documents, queries }: BenchSet, count: number): RankedList[] {
  const index = createTwinIndex();
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const document of documents) index.add(document.id, buildSegment([document]));
  const termIdf = measureIdf(index);
  const includeUnmatched = documents.length <= RETRIEVAL_SETTINGS.poolSize;
  const drawn = Array.from(
    { length: count },
    (_, i) => queries[Math.floor((i * Math.max(queries.length, count)) / count) % queries.length]!,
  );
  return drawn.map(({ text, judgements }) => {
    const candidates = searchIndex(index, text, {
      limit: RETRIEVAL_SETTINGS.poolSize,
      includeUnmatched,
    });
    const readable = candidates.map(({ segmentId, scores }) => ({
      ...byId.get(segmentId)!,
      scores,
    }));
    return {
      features: rerankFeatures(text, readable, { termIdf, ...CALL }).map((features) =>
        FITTED_FEATURES.map((name) => features[name]),
      ),
      isRight: candidates.map(({ segmentId }) => (judgements.get(segmentId) ?? 0) > 0),
    };
  });
}
