import { proposeNeighbours } from "@understudy/rag/health/propose-neighbours";
import { readStatements, type Statement } from "@understudy/rag/health/read-statements";
import { buildSegment } from "@understudy/rag/index/build-segment";
import { TwinIndex } from "@understudy/rag/index/twin-index";
import { measureIdf, type TermIdf } from "@understudy/rag/retrieve/measure-idf";
import { viewBlocks } from "@understudy/rag/retrieve/view-blocks";

export interface HealthDocument {
  id: string;
  title: string;
  text: string;
}

export interface HealthCorpus {
  documents: readonly HealthDocument[];
  statements: ReadonlyMap<string, readonly Statement[]>;
  idf: TermIdf;
  /** The documents that a statement is compared with. */
  neighboursOf(statement: Statement, exceptId: string): string[];
}

/** Each document is a source of one passage. */
export function buildHealthCorpus(documents: readonly HealthDocument[]): HealthCorpus {
  const index = new TwinIndex();
  index.addAll(
    documents.map(({ id, title, text }) => ({ id, bytes: buildSegment([{ text, title }]) })),
  );
  const ids = documents.map(({ id }) => id);
  return {
    documents,
    statements: new Map(documents.map(({ id, text }) => [id, readStatements(text)])),
    idf: measureIdf(index),
    neighboursOf(statement, exceptId) {
      const others = new Set(ids);
      others.delete(exceptId);
      const visible = viewBlocks(index, others);
      return proposeNeighbours(index, statement, visible).map(({ segmentId }) => segmentId);
    },
  };
}
