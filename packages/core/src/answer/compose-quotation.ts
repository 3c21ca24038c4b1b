import type { TwinRow } from "@understudy/db/queries/twins";
import { composeAnswer } from "@understudy/rag/answer/compose-answer";
import type { QuotedSentence } from "@understudy/rag/answer/evidence";
import { quoteAnswer } from "@understudy/rag/answer/quote-answer";
import type { SpeechGuard } from "@understudy/rag/policy/guard-speech";
import type { AnswerCitation } from "./answer.ts";
import { citePassage } from "./cite-passage.ts";
import type { Found } from "./trace.ts";

const DEFAULT_NO_ANSWER = "I have not been taught anything that answers this.";

export interface Quotation {
  answered: boolean;
  text: string;
  citations: AnswerCitation[];
  /** From 0 to 1. */
  confidence: number;
}

/** The answer without a model: those of the sources' own sentences that may be said. */
export function composeQuotation(found: Found): Quotation {
  const { standalone: question, governed } = found;
  const passages = found.passages.map((passage) => ({ ...passage, title: passage.sourceTitle }));
  const picked = quoteAnswer({ question, passages, termWeight: found.termIdf });
  const sentences = picked.sentences.filter((each) =>
    admit(governed.guard, passages[each.passage]!.text, each),
  );
  const { text, parts } = composeAnswer({ passages, sentences });
  const citations = parts.map(({ passage, answerSpan, ...span }) =>
    citePassage(found.passages[passage]!, span, answerSpan),
  );
  governed.guard.hidden.push(...citations.flatMap((citation) => hiddenIn(found, citation)));
  return { answered: sentences.length > 0, text, citations, confidence: picked.confidence };
}

/** What of a passage was hidden where it is quoted. */
function hiddenIn({ passages }: Found, { chunkId, locator }: AnswerCitation) {
  const passage = passages.find((each) => each.chunkId === chunkId);
  const from = passage ? locator.start - passage.locator.start : 0;
  const to = passage ? locator.end - passage.locator.start : 0;
  return (passage?.hidden ?? []).filter(({ start, end }) => start < to && from < end);
}

function admit(guard: SpeechGuard, source: string, { start, end }: QuotedSentence): boolean {
  const text = source.slice(start, end);
  if (guard.judge(text)) return false;
  guard.said(text);
  return true;
}

export function noAnswerOf(twin: Pick<TwinRow, "noAnswerMessage">): string {
  return twin.noAnswerMessage || DEFAULT_NO_ANSWER;
}
