import type { Citation } from "../conversation/contract.ts";
import type { Passage } from "../knowledge/contract.ts";

export type AnsweredCitation = Citation & { sourceVersionId: string };

/** Where an answer came from, kept with the message for the one who asks why. */
export interface AnswerTrace {
  question: string;
  writer: "quotation";
  confidence: number;
  candidates: Pick<Passage, "chunkId" | "sourceId" | "score" | "scores">[];
  dropped: { segmentId: string; ordinal: number; because: string }[];
  timingsMs: Record<string, number>;
}

export interface Answer {
  answered: boolean;
  text: string;
  citations: AnsweredCitation[];
  trace: AnswerTrace;
}
