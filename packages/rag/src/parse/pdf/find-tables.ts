import { findColumns } from "./find-columns.ts";
import { isJustified, standsUnder } from "./is-justified.ts";
import type { Line } from "./page-lines.ts";
import { tableRows } from "./table-rows.ts";

export interface TableLines {
  lines: Line[];
  /** Cells by row and column, empty ones included. */
  rows: string[][];
}

// In ems: lines further apart than the second, and much further than the others, part tables.
const ROW_GAP = 1.5;
const WRAP_GAP = 1.6;
const FARTHEST = 3.2;
const MUCH_FURTHER = 1.5;
const MOST_FRAGMENTS = 4;
const LEAST_ROWS = 2;

/** Parts a region's lines into tables, by columns that run through their lines, and the lines between. */
export function findTables(lines: readonly Line[]): (TableLines | Line[])[] {
  const parts: (TableLines | Line[])[] = [];
  let rest: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = readTable(lines, at);
    if (!table) {
      rest.push(lines[at]!);
      at += 1;
      continue;
    }
    if (rest.length > 0) parts.push(rest);
    rest = [];
    parts.push(table);
    at += table.lines.length;
  }
  return rest.length > 0 ? [...parts, rest] : parts;
}

function readTable(lines: readonly Line[], start: number): TableLines | undefined {
  if (!mayOpen(lines, start)) return undefined;
  for (let end = reach(lines, start); end > start; end -= 1) {
    const inside = lines.slice(start, end + 1);
    const columns = findColumns(inside);
    if (!columns) continue;
    const rows = tableRows(inside, columns);
    if (isTable(rows)) return { lines: inside, rows };
  }
  return undefined;
}

/** The first line of a table has several cells, or stands half a line above such a one. */
function mayOpen(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (isJustified(lines, at)) return false;
  if (isGrid(line)) return true;
  const next = lines[at + 1];
  return next !== undefined && isGrid(next) && next.baseline - line.baseline < line.size * 0.9;
}

/** The mark of a list item, which may be set apart, is no cell. */
function isGrid({ cells, pieces }: Line): boolean {
  const marks = MARK.test(pieces[0]?.text.trim() ?? "") ? 1 : 0;
  return cells.length - marks > 1 || pieces.length - marks > 2;
}

/** The last line that a table beginning at `start` may have. */
function reach(lines: readonly Line[], start: number): number {
  const { size } = lines[start]!;
  let last = start;
  let widest = ROW_GAP * size;
  let extent = lines[start]!;
  for (let at = start + 1; at < lines.length && at - last <= MOST_FRAGMENTS; at += 1) {
    const line = lines[at]!;
    const gap = line.baseline - lines[at - 1]!.baseline;
    const isNextRow = standsUnder(line, lines.slice(start, at));
    if (gap > FARTHEST * size || (!isNextRow && gap > MUCH_FURTHER * widest)) break;
    if (Math.abs(line.size - size) > size * 0.2) break;
    if (isGrid(line)) last = at;
    else if (!isFragment(line, extent)) break;
    widest = Math.max(widest, gap);
    extent = around(extent, line);
  }
  const after = lines[last + 1];
  const isNear = after && after.baseline - lines[last]!.baseline < after.size * WRAP_GAP;
  return isNear && !isGrid(after) && isFragment(after, extent) ? last + 1 : last;
}

function around(a: Line, b: Line): Line {
  return { ...a, left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}

/** The rest of a cell is narrower than the table, or leaves the first column free. */
function isFragment(line: Line, table: Line): boolean {
  const isNarrow = line.right - line.left < 0.7 * (table.right - table.left);
  return isNarrow || line.left > table.left + 1.5 * line.size;
}

const LONGEST_CELL = 400;

function isTable(rows: readonly string[][]): boolean {
  const filled = rows.filter((cells) => cells.filter((cell) => cell !== "").length > 1);
  if (rows.length < LEAST_ROWS || filled.length * 2 < rows.length) return false;
  if (rows.flat().some((cell) => cell.length > LONGEST_CELL) || isList(rows)) return false;
  return filled.length >= LEAST_ROWS;
}

const MARK = /^(?:[-*+•▪◦‣–—·○●■□➢✓]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])$/i;

/** Marks in the first of two columns make items. */
function isList(rows: readonly string[][]): boolean {
  const marks = rows.map(([first = ""]) => first).filter((first) => first !== "");
  return rows[0]!.length === 2 && marks.length > 0 && marks.every((mark) => MARK.test(mark));
}
