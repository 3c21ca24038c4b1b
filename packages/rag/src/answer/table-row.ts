import { CELL_EDGE } from "../parse/table-row.ts";
import type { EvidencePassage } from "./evidence.ts";
import type { TextSpan } from "./find-quote.ts";

const LONGEST_HEADER_CELL_WORDS = 8;
/** A figure, a price, a date: what stands in the rows, not above them. */
const VALUE = /^[^\p{L}]*\p{N}/u;

/** What a line of a table is; the columns of a row have names, at least one for each of its cells. */
export type TableLine = { kind: "header" } | { kind: "row"; header: readonly string[] };

/**
 * The line of a table that a span is the whole of: its first one where that names the columns of the others,
 * or a row under such names. Null where it is neither.
 */
export function readTableLine(
  { text, headings = [] }: Pick<EvidencePassage, "text" | "headings">,
  span: TextSpan,
): TableLine | null {
  const line = lineAt(text, span.start);
  const words = text.slice(line.start, line.end);
  if (!isRow(words) || text.slice(span.start, span.end).trim() !== words.trim()) return null;
  const first = firstRow(text, line);
  const above = headings.at(-1) ?? "";
  const isCut = first.start === 0 && isRow(above);
  const header = cellsOf(isCut ? above : text.slice(first.start, first.end));
  if (!isCut && !namesColumns(header, cellsBelow(text, first))) return null;
  if (!isCut && first.start === line.start) {
    return isRowBelow(text, line) ? { kind: "header" } : null;
  }
  return header.length >= cellsOf(words).length ? { kind: "row", header } : null;
}

/** A name may hold a figure ("Children 4–15") where fewer of them do than in the row below. */
function namesColumns(cells: readonly string[], below: readonly string[]): boolean {
  const withFigures = (row: readonly string[]) => row.filter((cell) => /\p{N}/u.test(cell)).length;
  const areNames = cells.every(
    (cell) => !VALUE.test(cell) && cell.split(/\s+/u).length <= LONGEST_HEADER_CELL_WORDS,
  );
  return areNames && (withFigures(cells) === 0 || withFigures(cells) < withFigures(below));
}

function cellsBelow(text: string, { end }: TextSpan): string[] {
  const below = end < text.length ? lineAt(text, end + 1) : { start: end, end };
  return cellsOf(text.slice(below.start, below.end));
}

function firstRow(text: string, line: TextSpan): TextSpan {
  let first = line;
  while (first.start > 0) {
    const before = lineAt(text, first.start - 1);
    if (!isRow(text.slice(before.start, before.end))) break;
    first = before;
  }
  return first;
}

function isRowBelow(text: string, { end }: TextSpan): boolean {
  if (end >= text.length) return false;
  const below = lineAt(text, end + 1);
  return isRow(text.slice(below.start, below.end));
}

function lineAt(text: string, at: number): TextSpan {
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end < 0 ? text.length : end };
}

function isRow(line: string): boolean {
  return line.includes(CELL_EDGE);
}

function cellsOf(line: string): string[] {
  return line.split("|").map((cell) => cell.trim());
}
