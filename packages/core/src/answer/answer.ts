import type { Citation } from "../conversation/contract.ts";

/** One stretch of an answer, with what it rests on. */
export interface AnswerPart {
  text: string;
  citations: Citation[];
}

/** Where an answer came from, kept with the message for the one who asks why. */
export interface AnswerTrace {
  question: string;
  writer: "quotation";
  confidence: number;
  candidates: { chunkId: string; sourceId: string; score: number; scores: object }[];
  timingsMs: Record<string, number>;
}

export interface Answer {
  answered: boolean;
  parts: AnswerPart[];
  trace: AnswerTrace;
}
