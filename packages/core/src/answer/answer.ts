import type { z } from "zod";
import type { AnswerSpan, Citation } from "../conversation/contract.ts";
import type { Passage } from "../knowledge/contract.ts";
import type { PolicyTrace } from "../policy/policy-trace.ts";
import type { VerifiedTrace } from "../verified-answer/verified-trace.ts";

export type AnswerCitation = Citation & { sourceVersionId: string };
export type Span = z.infer<typeof AnswerSpan>;

/** What a reader learns while an answer is made; the texts, joined, are the answer so far. */
export type AnswerPiece =
  /** Who begins to write, from what; stands for the outcome of an answer that is broken off. */
  | { type: "begun"; by: Pick<AnswerOutcome, "writer" | "model" | "trace"> }
  /** An aside is said instead of an answer. */
  | { type: "text"; text: string; isAside?: true }
  | { type: "citation"; citation: AnswerCitation }
  /** Words just said that no quote supports. */
  | { type: "unsupported"; span: Span }
  /** What was said so far is taken back. */
  | { type: "replace"; text: string };

export type Writer = "model" | "quotation";

/** Where an answer came from, kept with the message for the one who asks why. */
export interface AnswerTrace {
  question: string;
  /** As it was searched for: a follow-up made standalone. */
  standalone: string;
  /** In the other languages of the sources; absent where they are the question's own. */
  translations?: string[];
  /** Null: the owner's own words were given. */
  writer: Writer | null;
  /** What the twin's rules did to it; null where it has none. */
  policy: PolicyTrace | null;
  /** The verified answer that was nearest; null where none was near. */
  verified: VerifiedTrace | null;
  /** Why a configured model did not write. */
  degradedBecause: string | null;
  confidence: number | null;
  finish: string | null;
  /** How much meaning counted beside words, of what it usually does; absent where it did not. */
  denseShare?: number;
  candidates: Pick<Passage, "chunkId" | "sourceId" | "score" | "scores">[];
  /** The best of those that were not read; without an id what was gone. */
  dropped: (Partial<Pick<Passage, "chunkId" | "sourceId">> & {
    because: string;
    scores: Passage["scores"];
  })[];
  prompt: { role: string; content: string }[] | null;
  /** Of every call to a model that the answer took; null where none said. */
  tokens: { input: number; output: number } | null;
  /** Of these tokens; null where the model's price is not known. */
  cost: { amount: number; currency: string } | null;
  timingsMs: Record<string, number>;
}

/** How an answer ended. */
export interface AnswerOutcome {
  answered: boolean;
  /** By a rule: it is not for want of knowledge that there is no answer. */
  refused: boolean;
  /** The owner vouches for it, word for word. */
  verified: boolean;
  writer: Writer | null;
  model: string | null;
  supportedShare: number | null;
  /** What broke it after some of it was said; it is not complete. */
  failure: string | null;
  trace: AnswerTrace;
}

/** An answer, before it is told why there is none. */
export type MadeAnswer = Omit<AnswerOutcome, "refused">;
