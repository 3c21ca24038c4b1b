import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { orderByShare } from "@understudy/rag/rerank/dense-share";
import type { Rerank, RerankCandidate } from "@understudy/rag/rerank/rerank";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import type { BenchQuery, BenchSet } from "../retrieval/read-bench-set.ts";
import { cosine, type DenseArm } from "./dense-arm.ts";

export const DEPTH = 10;
const CALL = { signal: new AbortController().signal, correlationId: "bench" };

/** The product's retrieval over a set, by words, by vectors, and by both. */
export function openArms(set: BenchSet) {
  const index = createTwinIndex();
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  index.addAll(set.documents.map((one) => ({ id: one.id, bytes: buildSegment([one]) })));

  const searchDense = (arm: DenseArm, query: BenchQuery) => {
    const vector = arm.embed(query);
    return Array.from(arm.documents, ([segmentId, own]) => ({
      segmentId,
      ordinal: 0,
      similarity: cosine(vector, own),
    })).sort((a, b) => b.similarity - a.similarity);
  };
  const retrieve = async (
    query: string,
    hits?: ReturnType<typeof searchDense>,
    rerank: Rerank<RerankCandidate & { id: string }> = rerankPassages,
  ) => {
    const { passages } = await retrievePassages({
      index,
      query,
      limit: DEPTH,
      ...(hits && { searchDense: async (_query: string, limit: number) => hits.slice(0, limit) }),
      load: async (candidates) => candidates.map(({ segmentId }) => documents.get(segmentId)),
      rerank,
      call: CALL,
    });
    return passages.map(({ segmentId }) => segmentId);
  };
  return {
    byWords: ({ text }: BenchQuery) => retrieve(text),
    async byVectors(arm: DenseArm, query: BenchQuery) {
      const hits = searchDense(arm, query);
      let shares: string[][] = [];
      const fused = await retrieve(query.text, hits, (text, candidates, context) => {
        shares = orderByShare(text, candidates, context).map((each) => each.map(({ id }) => id));
        return rerankPassages(text, candidates, context);
      });
      return {
        dense: hits.slice(0, DEPTH).map(({ segmentId }) => segmentId),
        fused,
        /** Under each share of the vectors. */
        shares,
      };
    },
  };
}
