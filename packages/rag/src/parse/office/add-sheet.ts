import type { DocumentBuilder } from "../document-builder.ts";
import { splitLead } from "../split-lead.ts";
import { joinCells } from "../table-row.ts";
import type { SheetRow } from "./read-sheet-rows.ts";
import { linesOf, sheetTables } from "./sheet-tables.ts";

/** Adds a sheet under its name, a table wherever rows follow one another; nothing of an empty one. */
export function addSheet(builder: DocumentBuilder, sheet: string, rows: readonly SheetRow[]): void {
  if (rows.length === 0) return;
  builder.add({ kind: "heading", level: 2, sheet }, sheet);
  for (const table of sheetTables(rows).map(fromFirstColumn)) {
    const { lead, first } = splitLead(table.map(({ cells }) => cells));
    builder.add({ kind: "paragraph", sheet }, lead.join("\n"));
    const body = table.slice(first);
    builder.add({ kind: "table", row: body[0]!.number, sheet }, linesOf(body, joinCells));
  }
}

const MOST_EMPTY_COLUMNS = 16_384;

/** Without the columns to its left, which are empty in all of its rows. */
function fromFirstColumn(table: readonly SheetRow[]): SheetRow[] {
  const starts = table.map(({ cells }) => cells.findIndex((text) => text !== ""));
  const first = Math.min(...starts.filter((start) => start >= 0), MOST_EMPTY_COLUMNS);
  return table.map(({ number, cells }) => ({ number, cells: cells.slice(first) }));
}
