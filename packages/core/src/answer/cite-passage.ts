import { findQuote } from "@understudy/rag/answer/find-quote";
import { originalSpan } from "@understudy/rag/policy/personal/redact";
import type { FoundPassage } from "../knowledge/find-passages.ts";
import type { AnswerCitation, Span } from "./answer.ts";

/** Ties a span of an answer to a span of a passage. What is not in the passage, word for word, is never cited. */
export function citePassage(passage: FoundPassage, span: Span, answerSpan: Span): AnswerCitation {
  const quote = passage.text.slice(span.start, span.end);
  const { start, end } = originalSpan(passage.hidden ?? [], span);
  if (!findQuote(passage.text, quote)) throw new Error("A quotation is not in its passage.");
  const offset = passage.locator.start;
  return {
    sourceId: passage.sourceId,
    sourceVersionId: passage.sourceVersionId,
    sourceTitle: passage.sourceTitle,
    ...(passage.sourceUrl && { sourceUrl: passage.sourceUrl }),
    chunkId: passage.chunkId,
    quote,
    // The owner's own words stand nowhere in the source: they keep the place of what they correct.
    ...(passage.corrected
      ? { locator: passage.locator, corrected: true }
      : { locator: { ...passage.locator, start: offset + start, end: offset + end } }),
    answerSpan,
  };
}
