import type { SheetRow } from "./read-sheet-rows.ts";

export interface CellReference {
  /** From 0. */
  column: number;
  /** As the sheet counts, from 1. */
  row: number;
}

export interface MergedCells {
  from: CellReference;
  to: CellReference;
}

const LAST_COLUMN = 16_384;
// A merge larger than this decorates the sheet.
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 50;

/** `C7` is column 2 of row 7. */
export function readReference(reference = ""): CellReference | undefined {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters) return undefined;
  const index = [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return { column: Math.min(index, LAST_COLUMN) - 1, row: Number(row) };
}

/** Says in each row what was merged over several, so that each can be read by itself. */
export function fillMerged(rows: SheetRow[], merged: readonly MergedCells[]): SheetRow[] {
  fillDown(rows, merged);
  return joinHeads(rows, merged);
}

/** As `fillMerged`, of a table in a text, whose first row need not be a head. */
export function fillDown(rows: readonly SheetRow[], merged: readonly MergedCells[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { from, to } of merged) {
    const text = byNumber.get(from.row)?.cells[from.column];
    if (!text || to.row - from.row > MOST_ROWS) continue;
    for (let number = from.row + 1; number <= to.row; number += 1) {
      const row = byNumber.get(number);
      if (row && from.column < MOST_COLUMNS) setCell(row.cells, from.column, text);
    }
  }
}

/** A first row of which some cells span several columns is a head above the next row's heads. */
function joinHeads(rows: SheetRow[], merged: readonly MergedCells[]): SheetRow[] {
  const joined = new Set<SheetRow>();
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const spans = merged.filter(({ from, to }) => isHeadSpan({ from, to }, row));
    const above = rows[index - 1];
    const opens = above?.number !== row.number - 1 || countFilled(above) < 2;
    if (!opens || spans.length === 0 || next?.number !== row.number + 1) continue;
    if (countFilled(row) < 2) continue;
    for (const { from, to } of spans)
      for (let column = from.column + 1; column <= to.column; column += 1)
        if (next.cells[column]) setCell(row.cells, column, row.cells[from.column]!);
    row.cells.forEach((head, column) => {
      const below = next.cells[column] ?? "";
      if (head && head !== below) setCell(next.cells, column, below ? `${head} ${below}` : head);
    });
    joined.add(row);
  }
  return rows.filter((row) => !joined.has(row));
}

function countFilled({ cells }: SheetRow): number {
  return cells.filter((text) => text).length;
}

function isHeadSpan({ from, to }: MergedCells, { number, cells }: SheetRow): boolean {
  const width = to.column - from.column;
  return (
    from.row === number &&
    to.row === number &&
    width > 0 &&
    width < MOST_COLUMNS &&
    !!cells[from.column]
  );
}

function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}
