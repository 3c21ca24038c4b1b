import type { Block } from "../block.ts";
import type { Span } from "../span.ts";

export interface SheetRow extends Span {
  /** As the sheet counts, from 1. */
  number: number;
  cells: Span[];
}

export interface Sheet {
  name: string | null;
  rows: SheetRow[];
  columnCount: number;
}

const CELL_END = " | ";

/** The tables of a source by sheet, each row and cell with where it stands in the text. */
export function readSheets(text: string, blocks: readonly Block[]): Sheet[] {
  const sheets = new Map<string | null, Sheet>();
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const name = block.sheet ?? null;
    const sheet = sheets.get(name) ?? { name, rows: [], columnCount: 0 };
    sheets.set(name, sheet);
    let start = block.start;
    for (let number = block.row ?? 1; start < block.end; number += 1) {
      const lineEnd = text.indexOf("\n", start);
      const end = lineEnd < 0 || lineEnd > block.end ? block.end : lineEnd;
      const cells = readCells(text, { start, end });
      sheet.rows.push({ number, start, end, cells });
      sheet.columnCount = Math.max(sheet.columnCount, cells.length);
      start = end + 1;
    }
  }
  return [...sheets.values()];
}

function readCells(text: string, { start, end }: Span): Span[] {
  // Where a table begins with an empty cell, the white space before its end was trimmed away.
  const isTrimmed = text.startsWith(CELL_END.trimStart(), start);
  const cells: Span[] = isTrimmed ? [{ start, end: start }] : [];
  for (let at = isTrimmed ? start + CELL_END.length - 1 : start; ; ) {
    const mark = text.indexOf(CELL_END, at);
    if (mark < 0 || mark + CELL_END.length > end) return [...cells, { start: at, end }];
    cells.push({ start: at, end: mark });
    at = mark + CELL_END.length;
  }
}

const MEASURED_ROWS = 200;
const NARROWEST = 6;
const WIDEST = 48;

/** How wide each column is drawn, in characters: as its first rows need it, within bounds. */
export function columnWidths({ rows, columnCount }: Sheet): number[] {
  const widths = new Array<number>(columnCount).fill(NARROWEST);
  for (const { cells } of rows.slice(0, MEASURED_ROWS)) {
    cells.forEach(({ start, end }, column) => {
      widths[column] = Math.min(WIDEST, Math.max(widths[column]!, end - start + 3));
    });
  }
  return widths;
}

/** Of rows in order, the last that begins at an offset or before it. */
export function rowAt(rows: readonly SheetRow[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
