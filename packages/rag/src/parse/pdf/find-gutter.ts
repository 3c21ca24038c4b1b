import type { Run } from "./page-lines.ts";

const BIN_POINTS = 2;
const CROSSING_SHARE = 0.12;
const LEAST_WIDTH_EMS = 0.7;
const LEAST_LINES = 4;
// Cells of tables are shorter than lines of prose, and rows must not be torn apart.
const PROSE_CHARACTERS = 22;
const PROSE_SHARE = 0.55;

/**
 * The x of a vertical white stripe with prose on both sides that few lines cross, or undefined.
 * Where several qualify, the one nearest the middle, so that halves are split before quarters.
 */
export function findGutter(runs: readonly Run[]): number | undefined {
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const middle = (left + right) / 2;
  const candidates = whiteStripes(runs, left, right).filter((x) => hasProseOnBothSides(runs, x));
  candidates.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return candidates[0];
}

function whiteStripes(runs: readonly Run[], left: number, right: number): number[] {
  const size = runs.reduce((sum, run) => sum + run.size, 0) / runs.length;
  const coverage = countCoverage(runs, left, right);
  const allowed = CROSSING_SHARE * Math.max(...coverage);
  const stripes: number[] = [];
  let start = -1;
  coverage.forEach((count, bin) => {
    if (count <= allowed && start < 0) start = bin;
    if (count <= allowed) return;
    if (start > 0 && (bin - start) * BIN_POINTS >= LEAST_WIDTH_EMS * size) {
      stripes.push(left + ((start + bin) / 2) * BIN_POINTS);
    }
    start = -1;
  });
  return stripes;
}

function countCoverage(runs: readonly Run[], left: number, right: number): number[] {
  const coverage = new Array<number>(
    Math.min(5_000, Math.ceil((right - left) / BIN_POINTS) + 1),
  ).fill(0);
  for (const run of runs) {
    const last = Math.min(coverage.length - 1, Math.ceil((run.right - left) / BIN_POINTS) - 1);
    for (let bin = Math.floor((run.left - left) / BIN_POINTS); bin <= last; bin += 1) {
      coverage[bin]! += 1;
    }
  }
  return coverage;
}

function hasProseOnBothSides(runs: readonly Run[], x: number): boolean {
  return (
    isProse(runs.filter((run) => run.right <= x)) && isProse(runs.filter((run) => run.left >= x))
  );
}

/** Judged by characters, since a figure beside the text brings many short labels. */
function isProse(runs: readonly Run[]): boolean {
  const lengths = runs.map(({ text }) => displayLength(text));
  const long = lengths.filter((length) => length >= PROSE_CHARACTERS);
  return long.length >= LEAST_LINES && sum(long) >= sum(lengths) * PROSE_SHARE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function displayLength(text: string): number {
  return text.length + (text.match(/[\u2E80-\u9FFF\uAC00-\uD7AF]/g)?.length ?? 0);
}
