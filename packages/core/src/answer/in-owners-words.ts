import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { AnswerPiece, MadeAnswer } from "./answer.ts";
import { traceOf, type Understood } from "./trace.ts";

const DEFAULT_REFUSAL = "That is not something I speak about.";

export function* giveVerified(
  text: string,
  understood: Understood,
): Generator<AnswerPiece, MadeAnswer> {
  yield { type: "text", text };
  return { ...byNobody(understood), answered: true, verified: true };
}

export function* refuse(
  { reply }: Refusal,
  understood: Understood,
): Generator<AnswerPiece, MadeAnswer> {
  yield { type: "text", text: reply || DEFAULT_REFUSAL, isAside: true };
  return { ...byNobody(understood), answered: false, verified: false };
}

/** Nobody wrote, and nothing was searched. */
function byNobody(understood: Understood): Omit<MadeAnswer, "answered" | "verified"> {
  const found = { ...understood, passages: [], dropped: [], denseShare: null };
  const trace = traceOf(found, { writer: null, timingsMs: {} });
  return { writer: null, model: null, supportedShare: null, failure: null, trace };
}
