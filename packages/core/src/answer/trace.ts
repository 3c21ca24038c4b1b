import type { FoundPassages } from "../knowledge/find-passages.ts";
import type { AnswerTrace } from "./answer.ts";

export type Found = FoundPassages & { question: string; standalone: string };

const NOTHING = {
  degradedBecause: null,
  confidence: null,
  finish: null,
  prompt: null,
  tokens: null,
};

/** What was found, and how it was written. */
export function traceOf(
  { question, standalone, passages, dropped, timingsMs }: Found,
  written: Partial<AnswerTrace> & Pick<AnswerTrace, "writer" | "timingsMs">,
): AnswerTrace {
  return {
    ...NOTHING,
    ...written,
    question,
    standalone,
    candidates: passages.map(({ chunkId, sourceId, score, scores }) => ({
      chunkId,
      sourceId,
      score,
      scores,
    })),
    dropped: dropped.map(({ segmentId, ordinal, droppedBecause }) => ({
      segmentId,
      ordinal,
      because: droppedBecause,
    })),
    timingsMs: { ...timingsMs, ...written.timingsMs },
  };
}
