import { isProse } from "./is-prose.ts";
import type { Run } from "./page-lines.ts";

const FEWEST_LINES = 5;
const MOST_LEVEL = 0.5;
const LEAST_CLOSE = 0.6;
const LEVEL_POINTS = 1;
const CLOSE_EMS = 1.7;

/**
 * Whether `x` parts running text from a sidebar: short lines that follow one another closely and do
 * not stand level with the lines beside them, as the cells of a table do.
 */
export function standsBeside(runs: readonly Run[], x: number): boolean {
  const left = runs.filter((run) => run.right <= x);
  const right = runs.filter((run) => run.left >= x);
  const [side, main] = isProse(right) ? [left, right] : [right, left];
  if (!isProse(main)) return false;
  const sideLines = baselines(side);
  if (sideLines.length < FEWEST_LINES) return false;
  const mainLines = baselines(main);
  const level = sideLines.filter((at) =>
    mainLines.some((other) => Math.abs(at - other) < LEVEL_POINTS),
  );
  const size = side[0]!.size;
  const close = sideLines.slice(1).filter((at, index) => at - sideLines[index]! < CLOSE_EMS * size);
  return (
    level.length < sideLines.length * MOST_LEVEL &&
    close.length >= (sideLines.length - 1) * LEAST_CLOSE
  );
}

const FEWEST_APART = 3;
const LEAST_APART_EMS = 2.5;

/**
 * Whether `x` parts two things that have nothing to do with each other, as text beside a table on a
 * slide: far apart, at the same height, and not one line level with one beside it.
 */
export function standsApart(runs: readonly Run[], x: number): boolean {
  const left = runs.filter((run) => run.right <= x);
  const right = runs.filter((run) => run.left >= x);
  if (left.length + right.length < runs.length) return false;
  const [leftLines, rightLines] = [baselines(left), baselines(right)];
  if (Math.min(leftLines.length, rightLines.length) < FEWEST_APART) return false;
  const gap = Math.min(...right.map((run) => run.left)) - Math.max(...left.map((run) => run.right));
  if (gap < LEAST_APART_EMS * Math.min(left[0]!.size, right[0]!.size)) return false;
  const overlap =
    Math.min(leftLines.at(-1)!, rightLines.at(-1)!) - Math.max(leftLines[0]!, rightLines[0]!);
  const isLevel = leftLines.some((at) =>
    rightLines.some((other) => Math.abs(at - other) < LEVEL_POINTS),
  );
  return overlap > 0 && !isLevel;
}

function baselines(runs: readonly Run[]): number[] {
  const sorted = runs.map(({ baseline }) => baseline).sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - sorted[index - 1]! > LEVEL_POINTS);
}
