import type { Line, Piece } from "./page-lines.ts";

/** From left to right, each from one white stripe to the next. */
export type Columns = readonly { left: number; right: number }[];

const LEAST_GAP_EMS = 0.4;
const MOST_CROSSING = 0.15;
const BIN_POINTS = 1;

/** The columns that white stripes through nearly all of the lines part; undefined for fewer than two. */
export function findColumns(lines: readonly Line[]): Columns | undefined {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const size = Math.min(...lines.map((line) => line.size));
  const gaps = whiteGaps(lines, { left, right, least: LEAST_GAP_EMS * size });
  if (gaps.length === 0) return undefined;
  const edges = [Number.NEGATIVE_INFINITY, ...gaps, Number.POSITIVE_INFINITY];
  return edges.slice(1).map((edge, index) => ({ left: edges[index]!, right: edge }));
}

interface Extent {
  left: number;
  right: number;
  /** Width of a stripe that parts columns. */
  least: number;
}

function whiteGaps(lines: readonly Line[], { left, right, least }: Extent): number[] {
  const allowed = Math.floor(lines.length * MOST_CROSSING);
  const coverage = countLines(lines, left, right);
  const gaps: number[] = [];
  let start = -1;
  coverage.forEach((count, bin) => {
    if (count <= allowed && start < 0) start = bin;
    if (count <= allowed || start < 0) return;
    if (start > 0 && (bin - start) * BIN_POINTS >= least)
      gaps.push(left + ((start + bin) / 2) * BIN_POINTS);
    start = -1;
  });
  return gaps;
}

function countLines(lines: readonly Line[], left: number, right: number): Uint16Array {
  const coverage = new Uint16Array(Math.min(5_000, Math.ceil((right - left) / BIN_POINTS) + 1));
  for (const piece of lines.flatMap((line) => line.pieces)) cover(coverage, piece, left);
  return coverage;
}

function cover(coverage: Uint16Array, piece: Piece, left: number): void {
  const last = Math.min(coverage.length - 1, Math.ceil((piece.right - left) / BIN_POINTS) - 1);
  for (let bin = Math.max(0, Math.floor((piece.left - left) / BIN_POINTS)); bin <= last; bin += 1)
    coverage[bin]! += 1;
}
