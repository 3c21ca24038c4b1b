import type { Line } from "./page-lines.ts";

const SAME_EDGE_POINTS = 1.5;
const INDENT_EMS = 2.5;
const WIDEST_WORD_GAP_EMS = 3;
const NEAR_LINES = 4;

/** Running text that was spread to end where the lines around it do, and not over the next one's cells. */
export function isJustified(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const { pieces, size, right } = line;
  const gaps = pieces.slice(1).map((piece, index) => piece.left - pieces[index]!.right);
  if (gaps.length === 0 || Math.max(...gaps) > WIDEST_WORD_GAP_EMS * size) return false;
  const around = lines.slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1);
  const isBesideText = around.some(
    (other) =>
      other !== line &&
      other.cells.length === 1 &&
      other.pieces.length < 3 &&
      Math.abs(other.right - right) < SAME_EDGE_POINTS &&
      Math.abs(other.left - line.left) < INDENT_EMS * size,
  );
  const next = lines[at + 1];
  return isBesideText && !(next && standsUnder(next, line));
}

/** Rows of tables with much space in their cells: as many cells, most of them at the same edges. */
export function standsUnder({ pieces }: Line, above: Line): boolean {
  if (pieces.length < 2 || pieces.length !== above.pieces.length) return false;
  const aligned = pieces.filter(({ left, right }, at) => {
    const over = above.pieces[at]!;
    return Math.min(Math.abs(left - over.left), Math.abs(right - over.right)) < SAME_EDGE_POINTS;
  });
  return aligned.length > pieces.length / 2;
}
