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

function baselines(runs: readonly Run[]): number[] {
  const sorted = runs.map(({ baseline }) => baseline).sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - sorted[index - 1]! > LEVEL_POINTS);
}
