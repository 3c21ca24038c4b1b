import type { Piece } from "../markdown/inline.ts";
import type { AnswerMark } from "./place-marks.ts";
import type { LeafMark } from "./settle-marks.ts";

export interface AnswerSlice extends Piece {
  /** The marks this stretch stands in. */
  within: AnswerMark[];
  /** Those whose chips stand behind it; of several with one number, the first. */
  chips: AnswerMark[];
}

/** Cuts words where a stretch begins or ends; no character is lost or said twice. */
export function cutPiece({ start, text }: Piece, marks: readonly LeafMark[]): AnswerSlice[] {
  const end = start + text.length;
  const edges = marks.flatMap(({ mark, chipAt }) => [mark.start, chipAt ?? end]);
  const cuts = new Set([start, end, ...edges.filter((edge) => edge > start && edge < end)]);
  const offsets = [...cuts].toSorted((a, b) => a - b);
  return offsets.slice(0, -1).map((from, index) => {
    const to = offsets[index + 1] as number;
    return {
      start: from,
      text: text.slice(from - start, to - start),
      within: marks
        .filter(({ mark, chipAt }) => mark.start <= from && (chipAt ?? end) >= to)
        .map(markOf),
      chips: uniqueByNumber(marks.filter(({ chipAt }) => chipAt === to).map(markOf)),
    };
  });
}

export function uniqueByNumber(marks: readonly AnswerMark[]): AnswerMark[] {
  const byNumber = new Map(marks.toReversed().map((mark) => [mark.rests?.number, mark]));
  return [...byNumber.values()].toReversed();
}

const markOf = ({ mark }: LeafMark) => mark;
