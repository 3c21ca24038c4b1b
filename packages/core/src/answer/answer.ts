import type { z } from "zod";
import type { AnswerSpan, Citation } from "../conversation/contract.ts";
import type { Passage } from "../knowledge/contract.ts";

export type AnswerCitation = Citation & { sourceVersionId: string };
export type Span = z.infer<typeof AnswerSpan>;

/** What a reader learns while an answer is made; the texts, joined, are the answer so far. */
export type AnswerPiece =
  | { type: "text"; text: string }
  | { type: "citation"; citation: AnswerCitation }
  /** What was said so far is taken back. */
  | { type: "replace"; text: string };

export type Writer = "model" | "quotation";

/** Where an answer came from, kept with the message for the one who asks why. */
export interface AnswerTrace {
  question: string;
  /** As it was searched for: a follow-up made standalone. */
  standalone: string;
  writer: Writer;
  /** Why a configured model did not write. */
  degradedBecause: string | null;
  confidence: number | null;
  finish: string | null;
  candidates: Pick<Passage, "chunkId" | "sourceId" | "score" | "scores">[];
  dropped: { segmentId: string; ordinal: number; because: string }[];
  prompt: { role: string; content: string }[] | null;
  tokens: { input: number; output: number } | null;
  timingsMs: Record<string, number>;
}

/** How an answer ended. */
export interface AnswerOutcome {
  answered: boolean;
  writer: Writer;
  model: string | null;
  supportedShare: number | null;
  unsupportedSpans: Span[];
  /** What broke it after some of it was said; it is not complete. */
  failure: string | null;
  trace: AnswerTrace;
}
