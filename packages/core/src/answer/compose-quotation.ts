import type { TwinRow } from "@understudy/db/queries/twins";
import { composeAnswer } from "@understudy/rag/answer/compose-answer";
import { findQuote } from "@understudy/rag/answer/find-quote";
import { quoteAnswer } from "@understudy/rag/answer/quote-answer";
import type { FoundPassage, FoundPassages } from "../knowledge/find-passages.ts";
import type { Answer, AnsweredCitation } from "./answer.ts";

const DEFAULT_NO_ANSWER = "I have not been taught anything that answers this.";

/** The answer without a model: the sources' own sentences, or the owner's no-answer message. */
export function composeQuotation(
  twin: Pick<TwinRow, "noAnswerMessage">,
  question: string,
  found: FoundPassages,
): Pick<Answer, "answered" | "text" | "citations"> & { confidence: number } {
  const passages = found.passages.map((passage) => ({ ...passage, title: passage.sourceTitle }));
  const picked = quoteAnswer({ question, passages, termWeight: found.termIdf });
  const { confidence } = picked;
  if (!picked.answered) {
    const text = twin.noAnswerMessage || DEFAULT_NO_ANSWER;
    return { answered: false, text, citations: [], confidence };
  }
  const { text, parts } = composeAnswer({ passages, sentences: picked.sentences });
  const citations = parts.map((part) => cite(found.passages[part.passage]!, part));
  return { answered: true, text, citations, confidence };
}

/** Judged in code like any other quote: what is not in the passage, word for word, is never cited. */
function cite(
  passage: FoundPassage,
  part: { start: number; end: number; answerSpan: { start: number; end: number } },
): AnsweredCitation {
  const { start, end } = part;
  const quote = passage.text.slice(start, end);
  if (!findQuote(passage.text, quote)) throw new Error("A quotation is not in its passage.");
  const offset = passage.locator.start;
  return {
    sourceId: passage.sourceId,
    sourceVersionId: passage.sourceVersionId,
    sourceTitle: passage.sourceTitle,
    chunkId: passage.chunkId,
    quote,
    locator: { ...passage.locator, start: offset + start, end: offset + end },
    answerSpan: part.answerSpan,
  };
}
