import { fillDown, fillMerged, type MergedCells } from "../office/merged-cells.ts";
import type { SheetRow } from "../office/read-sheet-rows.ts";
import { xmlAttribute } from "../office/scan-xml.ts";

const MOST_COLUMNS = 1_000;
// A sheet's empty rest is one row or cell that repeats to the last.
const MOST_REPEATS = 1_000;

interface OpenCell {
  texts: string[];
  column: number;
  repeats: number;
  /** A date in its sortable form, which its text may not show. */
  date?: string;
}

/** One table while its elements are read; `rows` holds what is filled, as a sheet counts. */
export class OpenTable {
  readonly rows: SheetRow[] = [];
  private readonly merged: MergedCells[] = [];
  private cells: string[] = [];
  private readonly unseenColumns = new Set<number>();
  private readonly unseenRows = new Set<number>();
  private nextColumn = 0;
  private column = 0;
  private rowRepeats = 1;
  private nextRow = 1;
  private cell: OpenCell | undefined;

  openColumn(tag: string): void {
    const repeats = repeatsOf(tag, "number-columns-repeated");
    const last = Math.min(MOST_COLUMNS, this.nextColumn + repeats);
    if (isHidden(tag))
      for (let at = this.nextColumn; at < last; at += 1) this.unseenColumns.add(at);
    this.nextColumn += repeats;
  }

  openRow(tag: string): void {
    if (isHidden(tag)) this.unseenRows.add(this.nextRow);
    this.cells = [];
    this.column = 0;
    this.rowRepeats = repeatsOf(tag, "number-rows-repeated");
  }

  closeRow(): void {
    const isFilled = this.cells.some((text) => text !== "");
    const times = isFilled ? Math.min(this.rowRepeats, MOST_REPEATS) : 0;
    for (let at = 0; at < times; at += 1)
      this.rows.push({ number: this.nextRow + at, cells: [...this.cells] });
    this.nextRow += this.rowRepeats;
  }

  openCell(tag: string): void {
    const repeats = repeatsOf(tag, "number-columns-repeated");
    const date = xmlAttribute(tag, "date-value")?.replace("T", " ").replace(/:00$/, "");
    this.cell = { texts: [], column: this.column, repeats, ...(date && { date }) };
    this.column += repeats;
    const columns = repeatsOf(tag, "number-columns-spanned");
    const rows = repeatsOf(tag, "number-rows-spanned");
    const { column } = this.cell;
    const row = this.nextRow;
    if (columns * rows > 1)
      this.merged.push({
        from: { column, row },
        to: { column: column + columns - 1, row: row + rows - 1 },
      });
  }

  closeCell(): void {
    const { texts, column, repeats, date } = this.cell ?? { texts: [], column: 0, repeats: 0 };
    this.cell = undefined;
    const text = date ?? texts.join(" ");
    if (text.trim() === "") return;
    const last = Math.min(MOST_COLUMNS, column + Math.min(repeats, MOST_REPEATS));
    while (this.cells.length < column && column < MOST_COLUMNS) this.cells.push("");
    for (let at = column; at < last; at += 1)
      this.cells[at] = this.unseenColumns.has(at) ? "" : text;
  }

  /** False where no cell is open. */
  addText(text: string): boolean {
    this.cell?.texts.push(text);
    return this.cell !== undefined;
  }

  /** Each row readable by itself, what is merged said in all of its rows. */
  finish(isSheet: boolean): SheetRow[] {
    if (isSheet)
      return fillMerged(this.rows, this.merged).map((row) =>
        this.unseenRows.has(row.number) ? { ...row, cells: [] } : row,
      );
    fillDown(this.rows, this.merged);
    return this.rows;
  }
}

/** By its author; what a filter hides says so otherwise. */
function isHidden(tag: string): boolean {
  return xmlAttribute(tag, "visibility") === "collapse";
}

function repeatsOf(tag: string, name: string): number {
  return Math.max(1, Number(xmlAttribute(tag, name)) || 1);
}
