import { isProse } from "./is-prose.ts";
import type { Run } from "./page-lines.ts";
import { standsApart, standsBeside } from "./stands-beside.ts";

const BIN_POINTS = 2;
const CROSSING_SHARE = 0.12;
const LEAST_WIDTH_EMS = 0.7;

/**
 * The x of a vertical white stripe with prose, or prose and a sidebar, on its sides, that few lines cross.
 * Where several qualify, the one nearest the middle, so that halves are split before quarters.
 */
export function findGutter(runs: readonly Run[]): number | undefined {
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const middle = (left + right) / 2;
  const candidates = whiteStripes(runs, left, right).filter(
    (x) => hasProseOnBothSides(runs, x) || standsBeside(runs, x) || standsApart(runs, x),
  );
  candidates.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return candidates[0];
}

function whiteStripes(runs: readonly Run[], left: number, right: number): number[] {
  const size = runs.reduce((sum, run) => sum + run.size, 0) / runs.length;
  const coverage = countCoverage(runs, left, right);
  const allowed = CROSSING_SHARE * Math.max(...coverage);
  const least = (LEAST_WIDTH_EMS * size) / BIN_POINTS;
  const stripes = sparseStretches(coverage, allowed, least);
  return stripes.map((stripe) => left + whitest(coverage, stripe, least) * BIN_POINTS);
}

type Stretch = readonly [from: number, to: number];

/** Stretches of at least so many bins, inside the first and last, that few lines cross. */
function sparseStretches(coverage: readonly number[], allowed: number, least: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  coverage.forEach((count, bin) => {
    if (count <= allowed && start < 0) start = bin;
    if (count <= allowed) return;
    if (start > 0 && bin - start >= least) stretches.push([start, bin]);
    start = -1;
  });
  return stretches;
}

/** The middle of what the fewest lines cross: numbers set out before their items stand in a stripe too. */
function whitest(coverage: readonly number[], [from, to]: Stretch, least: number): number {
  const inside = coverage.slice(from - 1, to + 1);
  const levels = [...new Set(inside.slice(1, -1))].sort((a, b) => a - b);
  for (const level of levels) {
    const widest = sparseStretches(inside, level, least).toSorted(
      (a, b) => b[1] - b[0] - (a[1] - a[0]),
    )[0];
    if (widest) return from - 1 + (widest[0] + widest[1]) / 2;
  }
  return (from + to) / 2;
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
