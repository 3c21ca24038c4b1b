import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import type { BenchQuery, BenchSet } from "../retrieval/read-bench-set.ts";
import { cosine, createStandIn } from "./stand-in-vectors.ts";

const DEPTH = 10;
const CALL = { signal: new AbortController().signal, correlationId: "bench" };

/** The product's retrieval over a set, by words, by stand-in vectors, and by both. */
export function openArms(set: BenchSet) {
  const index = createTwinIndex();
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  for (const document of set.documents) index.add(document.id, buildSegment([document]));
  const standIn = createStandIn(set);

  const searchDense = (vector: Float64Array) =>
    Array.from(standIn.documents, ([segmentId, own]) => ({
      segmentId,
      ordinal: 0,
      similarity: cosine(vector, own),
    })).sort((a, b) => b.similarity - a.similarity);

  const retrieve = async (query: string, hits?: ReturnType<typeof searchDense>) => {
    const { passages } = await retrievePassages({
      index,
      query,
      limit: DEPTH,
      ...(hits && { searchDense: async (_query: string, limit: number) => hits.slice(0, limit) }),
      load: async (candidates) => candidates.map(({ segmentId }) => documents.get(segmentId)),
      rerank: rerankPassages,
      call: CALL,
    });
    return passages.map(({ segmentId }) => segmentId);
  };

  return {
    async rank(query: BenchQuery, strength: number) {
      const hits = searchDense(standIn.embed(query, strength));
      return {
        words: await retrieve(query.text),
        dense: hits.slice(0, DEPTH).map(({ segmentId }) => segmentId),
        fused: await retrieve(query.text, hits),
      };
    },
  };
}
