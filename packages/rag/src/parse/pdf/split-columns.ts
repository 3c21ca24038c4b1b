import { findGutter } from "./find-gutter.ts";
import { isProse } from "./is-prose.ts";
import type { Run } from "./page-lines.ts";
import { partShortColumns } from "./part-short-columns.ts";

const FEWEST_RUNS = 8;
const MAX_DEPTH = 5;

/**
 * Parts a page into regions in reading order: columns where a gutter runs through, and bands above
 * one another where columns fill only a part of the page (a recursive XY cut that lets a few
 * full-width lines cross a gutter).
 */
export function splitColumns(runs: Run[], depth = 0): Run[][] {
  if (runs.length === 0) return [];
  if (runs.length < FEWEST_RUNS || depth > MAX_DEPTH) return partShortColumns(runs);
  const gutter = findGutter(runs);
  if (gutter !== undefined) return splitAtGutter(runs, gutter, depth);
  const [above, below] = splitAtWidestGap(runs);
  if (!below) return partShortColumns(runs);
  const parts = [...splitColumns(above, depth + 1), ...splitColumns(below, depth + 1)];
  return parts.length > 2 ? parts : partShortColumns(runs);
}

/** Lines across the gutter end the columns above them and stand between those and the next ones. */
function splitAtGutter(runs: Run[], gutter: number, depth: number): Run[][] {
  const crossing = runs.filter(({ left, right }) => left < gutter && right > gutter);
  const cuts = bandEdges(crossing);
  const regions: Run[][] = [];
  for (const [from, to] of bands(cuts)) {
    const inside = runs.filter(({ baseline }) => baseline > from && baseline <= to);
    const across = inside.filter((run) => crossing.includes(run));
    if (across.length > 0) regions.push(inside);
    else {
      const top = Number.isFinite(from) ? centredTop(inside, gutter) : [];
      const rest = inside.filter((run) => !top.includes(run));
      for (const part of [top, rest])
        for (const side of sides(part, gutter)) regions.push(...splitColumns(side, depth + 1));
    }
  }
  return regions.filter((region) => region.length > 0);
}

function sides(runs: readonly Run[], gutter: number): [Run[], Run[]] {
  return [runs.filter((run) => run.right <= gutter), runs.filter((run) => run.right > gutter)];
}

const LEAST_TOP_RUNS = 3;

/** Authors, centred side by side between a title and the columns below, are in none of those columns. */
function centredTop(runs: readonly Run[], gutter: number): Run[] {
  const sorted = runs.toSorted((a, b) => a.baseline - b.baseline);
  const end = sorted.findIndex((run, at) => {
    const above = sorted[at - 1];
    return above !== undefined && run.baseline - above.baseline > LEAST_BAND_GAP * above.size;
  });
  const top = sorted.slice(0, Math.max(0, end));
  if (top.length < LEAST_TOP_RUNS) return [];
  const below = sides(sorted.slice(end), gutter);
  const isCentred = sides(top, gutter).every((side, at) => {
    const edge = Math.min(...below[at]!.map(({ left }) => left));
    return side.length > 0 && !isProse(side) && side.every((r) => r.left > edge + 2 * r.size);
  });
  return isCentred ? top : [];
}

/** The stretches of the page taken by crossing lines, as `[top, bottom]` by baseline. */
function bandEdges(crossing: Run[]): [number, number][] {
  const edges: [number, number][] = [];
  for (const { baseline, size } of crossing.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = edges.at(-1);
    if (last && baseline - last[1] < size * 2) last[1] = baseline + size * 0.4;
    else edges.push([baseline - size * 0.4, baseline + size * 0.4]);
  }
  return edges;
}

function bands(cuts: [number, number][]): [number, number][] {
  const edges = [Number.NEGATIVE_INFINITY, ...cuts.flat(), Number.POSITIVE_INFINITY];
  return edges.slice(1).map((to, index) => [edges[index]!, to]);
}

const LEAST_BAND_GAP = 1.6;

function splitAtWidestGap(runs: Run[]): [Run[], Run[]?] {
  const sorted = runs.toSorted((a, b) => a.baseline - b.baseline);
  let best = { gap: 0, at: 0 };
  for (let i = 1; i < sorted.length; i += 1) {
    const gap = (sorted[i]!.baseline - sorted[i - 1]!.baseline) / sorted[i]!.size;
    if (gap > best.gap) best = { gap, at: i };
  }
  if (best.gap < LEAST_BAND_GAP) return [runs];
  return [sorted.slice(0, best.at), sorted.slice(best.at)];
}
