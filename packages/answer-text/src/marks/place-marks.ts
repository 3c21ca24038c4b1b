import type { Citation, Message } from "@understudy/core/conversation/contract";

/** A stretch of an answer's raw text: what it rests on, or null where no quote supports it. */
export interface AnswerMark {
  start: number;
  end: number;
  rests: { number: number; citation: Citation } | null;
}

/**
 * The stretches of an answer in reading order. Citations of one place in a source share a number;
 * numbers count up in reading order.
 */
export function placeMarks({
  citations,
  unsupportedSpans,
}: Pick<Message, "citations" | "unsupportedSpans">): AnswerMark[] {
  const numbers = new Map<string, number>();
  const cited = citations
    .toSorted((a, b) => a.answerSpan.start - b.answerSpan.start)
    .map((citation) => {
      const { start, end } = citation.locator;
      const place = `${citation.sourceId}:${start}-${end}`;
      const number = numbers.get(place) ?? numbers.size + 1;
      numbers.set(place, number);
      return { ...citation.answerSpan, rests: { number, citation } };
    });
  const unsupported = unsupportedSpans.map((span) => ({ ...span, rests: null }));
  return [...cited, ...unsupported].filter(({ start, end }) => start < end);
}
