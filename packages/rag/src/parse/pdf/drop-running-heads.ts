import type { Line, PageLines } from "./page-lines.ts";

const MARGIN_SHARE = 0.14;
const EDGE_LINES = 3;
const LEAST_PAGES = 3;
const BASELINE_SLACK = 8;

/** Leaves out what repeats in the margins of at least three pages: running heads, feet, page numbers. */
export function dropRunningHeads(pages: readonly PageLines[]): PageLines[] {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const line of marginLines(page)) {
      const key = repeatKey(line);
      seen.set(key, (seen.get(key) ?? new Set()).add(page.number));
    }
  }
  return pages.map((page) => {
    const margin = new Set(marginLines(page));
    const isRunning = (line: Line) =>
      margin.has(line) && (seen.get(repeatKey(line))?.size ?? 0) >= LEAST_PAGES;
    const regions = page.regions.map((lines) => lines.filter((line) => !isRunning(line)));
    return { ...page, regions: regions.filter((lines) => lines.length > 0) };
  });
}

/** The outermost lines at the top and at the bottom of a page that stand in its margins. */
function marginLines({ regions, height }: PageLines): Line[] {
  const lines = regions.flat().toSorted((a, b) => a.baseline - b.baseline);
  const top = lines.slice(0, EDGE_LINES).filter((line) => line.baseline < height * MARGIN_SHARE);
  const bottom = lines
    .slice(-EDGE_LINES)
    .filter((line) => line.baseline > height * (1 - MARGIN_SHARE));
  return [...new Set([...top, ...bottom])];
}

/** Lines are the same when they differ in numbers only (Arabic, or Roman standing alone). */
function repeatKey({ text, baseline }: Line): string {
  const words = text.replace(/\d+/g, "#").replace(/^[ivxlc]+$|^[ivxlc]+ | [ivxlc]+$/gi, "#");
  return `${Math.round(baseline / BASELINE_SLACK)} ${words}`;
}
