import type { EvidencePassage } from "./evidence.ts";
import type { TextSpan } from "./find-quote.ts";

/** Between the cells of a row, as every parser writes them. */
const CELL_EDGE = " | ";
const LONGEST_HEADER_CELL_WORDS = 5;

export interface TableRow {
  cells: readonly string[];
  /** The names of the columns, at least as many. */
  header: readonly string[];
}

type Place = Pick<EvidencePassage, "text" | "headings">;

/** The row of a table that a span is the whole of; null where it is none, or its columns have no names. */
export function readRow({ text, headings = [] }: Place, span: TextSpan): TableRow | null {
  const line = lineAt(text, span.start);
  if (!isWhole(text, line, span) || !isRow(text, line)) return null;
  const first = firstRow(text, line);
  const above = headings.at(-1) ?? "";
  const isCut = first.start === 0 && above.includes(CELL_EDGE);
  const header = cellsOf(isCut ? above : text.slice(first.start, first.end));
  const cells = cellsOf(text.slice(line.start, line.end));
  const isNamed = isCut || (first.start !== line.start && namesColumns(header));
  return isNamed && header.length >= cells.length ? { cells, header } : null;
}

/** Whether a span is the first row of a table, and says what the cells of the others are. */
export function isTableHeader({ text, headings = [] }: Place, span: TextSpan): boolean {
  const line = lineAt(text, span.start);
  if (!isWhole(text, line, span) || !isRow(text, line)) return false;
  const isFirst = firstRow(text, line).start === line.start;
  const isCut = line.start === 0 && headings.at(-1)?.includes(CELL_EDGE);
  const isFollowed = line.end < text.length && isRow(text, lineAt(text, line.end + 1));
  return isFirst && !isCut && isFollowed && namesColumns(cellsOf(text.slice(line.start, line.end)));
}

function namesColumns(cells: readonly string[]): boolean {
  return cells.every(
    (cell) => !/\p{N}/u.test(cell) && cell.split(/\s+/u).length <= LONGEST_HEADER_CELL_WORDS,
  );
}

function firstRow(text: string, line: TextSpan): TextSpan {
  let first = line;
  while (first.start > 0) {
    const before = lineAt(text, first.start - 1);
    if (!isRow(text, before)) break;
    first = before;
  }
  return first;
}

function lineAt(text: string, at: number): TextSpan {
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end < 0 ? text.length : end };
}

function isRow(text: string, { start, end }: TextSpan): boolean {
  return text.slice(start, end).includes(CELL_EDGE);
}

function isWhole(text: string, line: TextSpan, { start, end }: TextSpan): boolean {
  return text.slice(start, end).trim() === text.slice(line.start, line.end).trim();
}

function cellsOf(line: string): string[] {
  return line.split("|").map((cell) => cell.trim());
}
