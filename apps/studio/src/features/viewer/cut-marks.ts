import type { Span } from "./span.ts";

export interface Mark extends Span {
  /** Stands out among the others: cited, chosen, or the match one is at. */
  isShown: boolean;
}

export interface MarkedPart extends Span {
  mark: Mark | null;
}

/** A range of the text cut where marks begin and end; marks are in order and do not overlap. */
export function cutMarks({ start, end }: Span, marks: readonly Mark[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = start;
  for (let i = firstEndingAfter(marks, start); i < marks.length; i += 1) {
    const mark = marks[i]!;
    if (mark.start >= end) break;
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    if (from > at) parts.push({ start: at, end: from, mark: null });
    parts.push({ start: from, end: to, mark });
    at = to;
  }
  if (at < end) parts.push({ start: at, end, mark: null });
  return parts;
}

function firstEndingAfter(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (marks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
