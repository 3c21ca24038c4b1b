import type { EvidencePassage } from "@understudy/rag/answer/evidence";
import { buildSegment } from "@understudy/rag/index/build-segment";
import { TwinIndex } from "@understudy/rag/index/twin-index";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { searchIndex } from "@understudy/rag/retrieve/search-index";
import type { TestPassage } from "./question-sets.ts";

const PASSAGES_READ = 8;

export interface FoundEvidence {
  passages: EvidencePassage[];
  ids: string[];
  /** BM25 of the best. */
  lexicalScore: number;
}

export interface Corpus {
  find(question: string): FoundEvidence;
  termWeight(term: string): number;
}

/** The passages as one source of a twin. */
export function buildCorpus(passages: readonly TestPassage[]): Corpus {
  const index = new TwinIndex();
  index.add("corpus", buildSegment(passages));
  return {
    termWeight: measureIdf(index),
    find(question) {
      const candidates = searchIndex(index, question, { limit: PASSAGES_READ });
      const found = candidates.map(({ ordinal }) => passages[ordinal]!);
      return {
        passages: candidates.map(({ scores }, rank) => {
          const { text, title } = found[rank]!;
          return { text, title, score: scores.fused };
        }),
        ids: found.map(({ id }) => id),
        lexicalScore: Math.max(0, ...candidates.map(({ scores }) => scores.lexical)),
      };
    },
  };
}
