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
  return isBesideText && !sharesColumn(line, lines[at + 1]);
}

/** Whether what stands behind a gap begins where it does in the next line, and not by where that ends. */
function sharesColumn({ pieces, right }: Line, next: Line | undefined): boolean {
  const lefts = (next?.pieces ?? []).slice(1).map(({ left }) => left);
  return pieces
    .slice(1)
    .filter(
      (piece) => piece.right < right || Math.abs(right - (next?.right ?? 0)) > SAME_EDGE_POINTS,
    )
    .some(({ left }) => lefts.some((at) => Math.abs(at - left) < SAME_EDGE_POINTS));
}

/** Whether each cell begins or ends where one of the rows above does, as in tables with much space. */
export function standsUnder({ pieces }: Line, rows: readonly Line[]): boolean {
  const above = rows.flatMap((row) => row.pieces);
  return (
    pieces.length > 1 &&
    pieces.every(({ left, right }) =>
      above.some(
        (over) =>
          Math.min(Math.abs(left - over.left), Math.abs(right - over.right)) < SAME_EDGE_POINTS,
      ),
    )
  );
}
