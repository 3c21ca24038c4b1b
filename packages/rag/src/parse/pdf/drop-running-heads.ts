import { findBodyStyle } from "./body-style.ts";
import type { Line, PageLines } from "./page-lines.ts";

const MARGIN_SHARE = 0.14;
// Wide margins, as those of books, hold the outermost line alone.
const OUTERMOST_SHARE = 0.2;
const EDGE_LINES = 3;
const LEAST_PAGES = 3;
const FEW_PAGES = 4;
const NUMBERED_PAGES_SHARE = 0.1;
const BASELINE_SLACK = 8;
const CLOSE_EMS = 1.6;
const TABLE_ROW_EMS = 2.2;

/**
 * Leaves out what repeats in the margins of at least three pages, or of both where there are two:
 * running heads and feet, and every line there that carries the page's number where most pages have
 * theirs. `Page 2 of 9` and `- 2 -` are left out wherever they are true.
 */
export function dropRunningHeads(pages: readonly PageLines[]): PageLines[] {
  const bodySize = pages.some(({ regions }) => regions.length > 0) ? findBodyStyle(pages).size : 0;
  const keysOn = (line: Line, page: number) => keysOf(line, { page, bodySize });
  const counts = countPages(pages, keysOn);
  const fewest = pages.length <= FEW_PAGES ? 2 : LEAST_PAGES;
  const repeats = (keys: readonly string[]) =>
    keys.some(
      (key, index) =>
        (counts.get(key) ?? 0) >=
        (index === 0 ? fewest : Math.max(LEAST_PAGES, pagesAs(key) * NUMBERED_PAGES_SHARE)),
    );
  // Where there are columns, what stands left and right is one line on some pages and two on others.
  const pagesAs = (key: string) => (key.endsWith("roman") ? 0 : pages.length);
  const offsets = countedOffsets(counts, Math.max(fewest, pages.length * NUMBERED_PAGES_SHARE));
  const isRunning = (line: Line, page: number) =>
    (/^\d{1,4}$/.test(line.text) && offsets.has(Number(line.text) - page)) ||
    repeats(keysOn(line, page)) ||
    cellsOf(line).every((cell) => repeats(keysOn(cell, page)));
  const kept = pages.map((page) => {
    const isNumber = ({ text }: Line) => tellsPage(text, page.number, pages.length);
    const lines = marginLines(page);
    const running = new Set(lines.filter((line) => isRunning(line, page.number) || isNumber(line)));
    const regions = page.regions.map((lines) => lines.filter((line) => !running.has(line)));
    return { ...page, regions: regions.filter((lines) => lines.length > 0) };
  });
  // Labels and slips that say the same on every page have nothing else.
  return kept.some(({ regions }) => regions.length > 0) ? kept : [...pages];
}

function countPages(
  pages: readonly PageLines[],
  keysOn: (line: Line, page: number) => string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(
      marginLines(page)
        .flatMap((line) => [line, ...cellsOf(line)])
        .flatMap((line) => keysOn(line, page.number)),
    );
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** By how much pages' numbers differ from their places in the file, also of those with another head. */
function countedOffsets(counts: ReadonlyMap<string, number>, fewest: number): Set<number> {
  const counted = [...counts].filter(([, count]) => count >= fewest);
  return new Set(counted.flatMap(([key]) => /numbered (-?\d+)$/.exec(key)?.[1] ?? []).map(Number));
}

function cellsOf(line: Line): Line[] {
  return line.cells.map((text) => ({ ...line, text, cells: [text] }));
}

/** The outermost lines at the top and at the bottom of a page that stand in its margins. */
function marginLines({ regions, height }: PageLines): Line[] {
  const lines = regions
    .flatMap((region) =>
      region.filter(
        (line, at) =>
          !isTableHead(line, region[at + 1]) &&
          !isRow(line, region[at - 1], region[at + 1]) &&
          !runsOn(line, region[at + 1]),
      ),
    )
    .sort((a, b) => a.baseline - b.baseline);
  const share = (line: Line) =>
    line === lines[0] || line === lines.at(-1) ? OUTERMOST_SHARE : MARGIN_SHARE;
  const top = lines.slice(0, EDGE_LINES).filter((l) => l.baseline < height * share(l));
  const bottom = lines.slice(-EDGE_LINES).filter((l) => l.baseline > height * (1 - share(l)));
  return [...new Set([...top, ...bottom])];
}

/** A table that goes on over pages says its head on each of them. */
function isTableHead(line: Line, next: Line | undefined): boolean {
  if (line.cells.length < 2 || next?.cells.length !== line.cells.length) return false;
  return next.baseline - line.baseline < TABLE_ROW_EMS * line.size;
}

/** Rows of a list or table differ from their neighbours in numbers alone, as heads do from page to page. */
function isRow({ text }: Line, ...neighbours: readonly (Line | undefined)[]): boolean {
  const words = withoutNumbers(text);
  return neighbours.some((line) => line !== undefined && withoutNumbers(line.text) === words);
}

/** The first line of a text that goes on below it, in small letters, is no head of it. */
function runsOn(line: Line, next: Line | undefined): boolean {
  if (!next || !/^\p{Ll}/u.test(next.text) || line.size !== next.size) return false;
  return next.baseline - line.baseline < CLOSE_EMS * line.size && next.left <= line.left;
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, "#");
}

function tellsPage(text: string, page: number, pageCount: number): boolean {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  if (/^[-–—]\s*\d{1,4}\s*[-–—]$/.test(text)) return numbers[0] === page;
  return (
    numbers.length === 2 && numbers[0] === page && numbers[1] === pageCount && text.length < 24
  );
}

const PAGE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})(?=\s|$)|(?<=\s|^)(?:\d{1,4}|[ivxlc]{1,7})$/i;

const LONGEST_NUMBERED = 80;

const LARGER = 1.12;

/**
 * Lines are the same when they differ in numbers only; then by their height and what page they count.
 * Larger ones than the text may be titles of chapters or slides, whose numbers are part of them.
 */
function keysOf(
  { text, baseline, size }: Line,
  { page, bodySize }: { page: number; bodySize: number },
): string[] {
  const band = Math.round(baseline / BASELINE_SLACK);
  if (size >= bodySize * LARGER && /\p{L}{2}/u.test(text)) return [`${band} ${text}`];
  const number = PAGE_NUMBER.exec(text)?.[0];
  const words = `${band} ${text.replace(PAGE_NUMBER, "#").replace(/\d+/g, "#")}`;
  if (number === undefined || text.length > LONGEST_NUMBERED || /[.!?]\W?$/.test(text))
    return [words];
  // Notes at the foot begin with numbers too, but are sentences, and do not count the pages.
  const counted = /\d/.test(number) ? Number(number) - page : "roman";
  return [words, `${band} numbered ${counted}`];
}
