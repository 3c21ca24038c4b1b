import type { SheetRow } from "./read-sheet-rows.ts";

const LONGEST_GAP = 2;
const FEWEST_ROWS = 3;

/**
 * The tables of a sheet: rows that follow one another. One empty row ends a table only where what
 * follows has heads or columns of its own, so that no row goes without its header; nor does it part heads
 * from their figures.
 */
export function sheetTables(rows: readonly SheetRow[]): SheetRow[][] {
  const tables: SheetRow[][] = [];
  for (const [index, row] of rows.entries()) {
    const table = tables.at(-1);
    const gap = table ? row.number - table.at(-1)!.number : Number.POSITIVE_INFINITY;
    const goesOn = gap === 1 || (gap === LONGEST_GAP && isMore(table!, row, rows[index + 1]));
    if (table && goesOn) table.push(row);
    else tables.push([row]);
  }
  return tables;
}

function isMore(table: readonly SheetRow[], row: SheetRow, next: SheetRow | undefined): boolean {
  const width = Math.max(...table.map(({ cells }) => cells.length));
  if (isBodyOf(table, row)) return row.cells.length <= width;
  if (table.length < FEWEST_ROWS || width < 2 || countFilled(row) < 2) return false;
  return row.cells.length <= width && !(isText(row) && next !== undefined && !isText(next));
}

const MOST_HEAD_ROWS = 3;

/** Figures below nothing but heads, which an empty row sets apart. */
function isBodyOf(table: readonly SheetRow[], row: SheetRow): boolean {
  const areHeads = table.length <= MOST_HEAD_ROWS && table.every(isText);
  return areHeads && countFilled(table.at(-1)!) > 1 && countFilled(row) > 1 && !isText(row);
}

function countFilled({ cells }: SheetRow): number {
  return cells.filter((text) => text).length;
}

function isText({ cells }: SheetRow): boolean {
  return cells.every((text) => !/^[-+]?[\d.,]+%?$/.test(text));
}

/** A line for each row of the sheet between the first and the last, so that rows can be counted. */
export function linesOf(table: readonly SheetRow[], toLine: (cells: string[]) => string): string {
  let text = "";
  let { number } = table[0]!;
  for (const row of table) {
    text += "\n".repeat(row.number - number) + toLine(row.cells);
    number = row.number;
  }
  return text;
}
