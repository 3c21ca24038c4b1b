import type { TwinRow } from "@understudy/db/queries/twins";
import { composeAnswer } from "@understudy/rag/answer/compose-answer";
import { quoteAnswer } from "@understudy/rag/answer/quote-answer";
import type { FoundPassages } from "../knowledge/find-passages.ts";
import type { AnswerCitation } from "./answer.ts";
import { citePassage } from "./cite-passage.ts";

const DEFAULT_NO_ANSWER = "I have not been taught anything that answers this.";

export interface Quotation {
  answered: boolean;
  text: string;
  citations: AnswerCitation[];
  /** From 0 to 1. */
  confidence: number;
}

/** The answer without a model: the sources' own sentences, or the owner's no-answer message. */
export function composeQuotation(
  twin: Pick<TwinRow, "noAnswerMessage">,
  question: string,
  found: FoundPassages,
): Quotation {
  const passages = found.passages.map((passage) => ({ ...passage, title: passage.sourceTitle }));
  const picked = quoteAnswer({ question, passages, termWeight: found.termIdf });
  const { confidence } = picked;
  if (!picked.answered) {
    return { answered: false, text: noAnswerOf(twin), citations: [], confidence };
  }
  const { text, parts } = composeAnswer({ passages, sentences: picked.sentences });
  const citations = parts.map(({ passage, answerSpan, ...span }) =>
    citePassage(found.passages[passage]!, span, answerSpan),
  );
  return { answered: true, text, citations, confidence };
}

export function noAnswerOf(twin: Pick<TwinRow, "noAnswerMessage">): string {
  return twin.noAnswerMessage || DEFAULT_NO_ANSWER;
}
