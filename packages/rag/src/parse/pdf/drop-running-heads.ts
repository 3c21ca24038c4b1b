import type { Line, PageLines } from "./page-lines.ts";

const MARGIN_SHARE = 0.14;
const EDGE_LINES = 3;
const LEAST_PAGES = 3;
const FEW_PAGES = 4;
const NUMBERED_PAGES_SHARE = 0.4;
const BASELINE_SLACK = 8;
const TABLE_ROW_EMS = 2.2;

/**
 * Leaves out what repeats in the margins of at least three pages, or of both where there are two:
 * running heads and feet, and every line there that carries the page's number where most pages have
 * theirs. `Page 2 of 9` is left out wherever it is true.
 */
export function dropRunningHeads(pages: readonly PageLines[]): PageLines[] {
  const counts = countPages(pages);
  const fewest = pages.length <= FEW_PAGES ? 2 : LEAST_PAGES;
  const repeats = (keys: readonly string[]) =>
    keys.some(
      (key, index) =>
        (counts.get(key) ?? 0) >= Math.max(fewest, index * pages.length * NUMBERED_PAGES_SHARE),
    );
  // Where there are columns, what stands left and right is one line on some pages and two on others.
  const isRunning = (line: Line) =>
    repeats(keysOf(line)) || cellsOf(line).every((cell) => repeats(keysOf(cell)));
  return pages.map((page) => {
    const isNumber = ({ text }: Line) => tellsPage(text, page.number, pages.length);
    const lines = marginLines(page);
    const running = new Set(lines.filter((line) => isRunning(line) || isNumber(line)));
    const regions = page.regions.map((lines) => lines.filter((line) => !running.has(line)));
    return { ...page, regions: regions.filter((lines) => lines.length > 0) };
  });
}

function countPages(pages: readonly PageLines[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(
      marginLines(page).flatMap((line) => [line, ...cellsOf(line)].flatMap(keysOf)),
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function cellsOf(line: Line): Line[] {
  return line.cells.map((text) => ({ ...line, text, cells: [text] }));
}

/** The outermost lines at the top and at the bottom of a page that stand in its margins. */
function marginLines({ regions, height }: PageLines): Line[] {
  const lines = regions
    .flatMap((region) => region.filter((line, at) => !isTableHead(line, region[at + 1])))
    .sort((a, b) => a.baseline - b.baseline);
  const top = lines.slice(0, EDGE_LINES).filter((line) => line.baseline < height * MARGIN_SHARE);
  const bottom = lines
    .slice(-EDGE_LINES)
    .filter((line) => line.baseline > height * (1 - MARGIN_SHARE));
  return [...new Set([...top, ...bottom])];
}

/** A table that goes on over pages says its head on each of them. */
function isTableHead(line: Line, next: Line | undefined): boolean {
  if (line.cells.length < 2 || next?.cells.length !== line.cells.length) return false;
  return next.baseline - line.baseline < TABLE_ROW_EMS * line.size;
}

function tellsPage(text: string, page: number, pageCount: number): boolean {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  return (
    numbers.length === 2 && numbers[0] === page && numbers[1] === pageCount && text.length < 24
  );
}

const PAGE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})(?=\s|$)|(?<=\s|^)(?:\d{1,4}|[ivxlc]{1,7})$/i;

/** Lines are the same when they differ in numbers only; then by their height and page number alone. */
function keysOf({ text, baseline }: Line): string[] {
  const band = Math.round(baseline / BASELINE_SLACK);
  const numbered = text.replace(PAGE_NUMBER, "#");
  const words = `${band} ${numbered.replace(/\d+/g, "#")}`;
  return numbered === text ? [words] : [words, `${band} numbered`];
}
