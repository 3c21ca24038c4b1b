import { replyLeft } from "../policy/governed.ts";
import type { AnswerPiece, MadeAnswer } from "./answer.ts";
import { composeQuotation, noAnswerOf } from "./compose-quotation.ts";
import type { Question } from "./question.ts";
import { type Found, traceOf } from "./trace.ts";

/** What the sources say, word for word; the reason is why no model writes, where there is one. */
export async function* quote(
  { twin }: Question,
  found: Found,
  degradedBecause: string | null,
): AsyncGenerator<AnswerPiece, MadeAnswer> {
  const startedMs = performance.now();
  const { answered, text, citations, confidence } = composeQuotation(found);
  const timingsMs = { write: performance.now() - startedMs };
  if (answered) yield { type: "text", text };
  else yield { type: "text", text: insteadOfAnswer(twin, found), isAside: true };
  for (const citation of citations) yield { type: "citation", citation };
  return {
    answered,
    verified: false,
    writer: "quotation",
    model: null,
    supportedShare: answered ? 1 : null,
    failure: null,
    trace: traceOf(found, { writer: "quotation", degradedBecause, confidence, timingsMs }),
  };
}

/** What rules want said where they left nothing, else the no-answer message. */
export function insteadOfAnswer(twin: Question["twin"], { governed }: Found): string {
  return replyLeft(governed) ?? noAnswerOf(twin);
}
