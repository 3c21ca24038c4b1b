import type { Citation } from "@understudy/core/conversation/contract";

export interface NumberedCitation {
  number: number;
  citation: Citation;
}

export interface AnswerSegment {
  start: number;
  text: string;
  /** The numbers of the citations this stretch rests on. */
  restsOn: number[];
  /** Those whose stretch ends here, where their chips stand. */
  chips: NumberedCitation[];
  /** No quote supports this stretch; `ends` where its mark stands. */
  unsupported: "runs" | "ends" | null;
}

/**
 * Cuts an answer where the span of a citation begins or ends. Citations of one place in a source
 * share a number; numbers count up in reading order. Spans beyond the text (it may still be
 * streaming) end where the text does.
 */
export function segmentAnswer({
  text,
  citations,
  unsupportedSpans = [],
}: {
  text: string;
  citations: readonly Citation[];
  unsupportedSpans?: readonly Citation["answerSpan"][];
}): AnswerSegment[] {
  const numbered = numberCitations(citations);
  const clamp = (offset: number) => Math.min(Math.max(offset, 0), text.length);
  const spans = numbered.map((item) => ({
    ...item,
    start: clamp(item.citation.answerSpan.start),
    end: clamp(item.citation.answerSpan.end),
  }));
  const unsupported = unsupportedSpans.map(({ start, end }) => ({
    start: clamp(start),
    end: clamp(end),
  }));
  const edges = [...spans, ...unsupported].flatMap(({ start, end }) => [start, end]);
  const cuts = new Set([0, text.length, ...edges]);
  const offsets = [...cuts].toSorted((a, b) => a - b);
  return offsets.slice(0, -1).map((start, index) => {
    const end = offsets[index + 1] as number;
    const covering = spans.filter((span) => span.start <= start && span.end >= end);
    const ending = covering.filter((span) => span.end === end);
    const gap = unsupported.find((span) => span.start <= start && span.end >= end);
    return {
      start,
      unsupported: gap ? (gap.end === end ? "ends" : "runs") : null,
      text: text.slice(start, end),
      restsOn: [...new Set(covering.map(({ number }) => number))],
      chips: uniqueByNumber(ending),
    };
  });
}

function numberCitations(citations: readonly Citation[]): NumberedCitation[] {
  const numbers = new Map<string, number>();
  return citations
    .toSorted((a, b) => a.answerSpan.start - b.answerSpan.start)
    .map((citation) => {
      const { start, end } = citation.locator;
      const place = `${citation.sourceId}:${start}-${end}`;
      const number = numbers.get(place) ?? numbers.size + 1;
      numbers.set(place, number);
      return { number, citation };
    });
}

function uniqueByNumber(items: readonly NumberedCitation[]): NumberedCitation[] {
  return items
    .filter((item, index) => items.findIndex(({ number }) => number === item.number) === index)
    .map(({ number, citation }) => ({ number, citation }));
}
