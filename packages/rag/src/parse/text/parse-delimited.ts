import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { splitLead } from "../split-lead.ts";
import { joinCells } from "../table-row.ts";
import { readDelimitedRows } from "./read-delimited-rows.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";

/** CSV and its kin: what stands above the table, and the table, a line of text per row, its header first. */
export function parseDelimited(bytes: Uint8Array): ParsedDocument {
  const [, declared, text = ""] =
    /^\uFEFF?(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(decodeText(bytes)) ?? [];
  const rows = readDelimitedRows(text, declared ?? sniffDelimiter(text)).map((cells) =>
    cells.map(withoutGuard),
  );
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const { lead, first } = splitLead(filled);
  const builder = createDocumentBuilder();
  builder.add({ kind: "paragraph" }, lead.join("\n"));
  const table = filled.slice(first).map(joinCells);
  builder.add({ kind: "table", row: first + 1 }, table.join("\n"));
  return builder.finish();
}

/** What writers put around digits so that spreadsheets keep their leading zeros: `="007"`. */
function withoutGuard(cell: string): string {
  return /^\s*="([^"]*)"\s*$/.exec(cell)?.[1] ?? cell;
}
