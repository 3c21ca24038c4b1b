import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import type { BenchDocument, Retriever } from "../retriever.ts";

/** The product's own retrieval without database or key: each document one source of one passage. */
export function createUnderstudyIndex(): Retriever {
  const index = createTwinIndex();
  const documents = new Map<string, BenchDocument>();
  return {
    name: "understudy",
    async index(added) {
      for (const document of added) {
        documents.set(document.id, document);
        index.add(document.id, buildSegment([document]));
      }
    },
    async search(query, limit) {
      const { passages } = await retrievePassages({
        index,
        query,
        limit,
        load: async (candidates) => candidates.map(({ segmentId }) => documents.get(segmentId)),
        rerank: rerankPassages,
        call: { signal: new AbortController().signal, correlationId: "bench" },
      });
      return passages.map(({ segmentId }) => segmentId);
    },
  };
}
