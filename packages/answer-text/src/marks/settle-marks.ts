import type { MarkdownLeaf } from "../markdown/grow-markdown.ts";
import { type Piece, piecesOf } from "../markdown/inline.ts";
import type { AnswerMark } from "./place-marks.ts";

/** A mark within a leaf; its chip stands in the leaf that its stretch ends in. */
export interface LeafMark {
  mark: AnswerMark;
  /** Behind which word the chip stands, as an offset into the raw text; null in an earlier leaf. */
  chipAt: number | null;
}

/**
 * The marks of each leaf. A stretch that ends in what is not shown (the marks of emphasis, a blank
 * line) ends with the last word before it; one that goes beyond the text, which may still be
 * streaming, with the text.
 */
export function settleMarks(
  leaves: readonly MarkdownLeaf[],
  marks: readonly AnswerMark[],
): Map<MarkdownLeaf, LeafMark[]> {
  const settled = new Map<MarkdownLeaf, LeafMark[]>();
  let until = Number.POSITIVE_INFINITY;
  for (const leaf of marks.length > 0 ? leaves.toReversed() : []) {
    const pieces = piecesOf(leaf.nodes);
    const start = pieces[0]?.start ?? (leaf.nodes.length === 0 && leaf.code ? leaf.start : null);
    if (start === null) continue;
    const touching = marks.filter((mark) => mark.start < leaf.end && mark.end > start);
    settled.set(
      leaf,
      touching.map((mark) => ({
        mark,
        chipAt: mark.end > until ? null : lastWord(leaf, pieces, mark.end),
      })),
    );
    until = start;
  }
  return settled;
}

function lastWord(leaf: MarkdownLeaf, pieces: readonly Piece[], end: number): number {
  const last = pieces.findLast(({ start }) => start < end);
  return last ? Math.min(end, last.start + last.text.length) : leaf.end;
}

/** Marks are made anew with each citation, what they mark and where seldom changes. */
export function isSameMarks(
  before: readonly LeafMark[] = [],
  now: readonly LeafMark[] = [],
): boolean {
  return (
    before.length === now.length &&
    before.every(
      ({ mark, chipAt }, index) =>
        chipAt === now[index]?.chipAt &&
        mark.start === now[index].mark.start &&
        mark.rests?.number === now[index].mark.rests?.number &&
        mark.rests?.citation === now[index].mark.rests?.citation,
    )
  );
}
