import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { readDelimitedRows } from "./read-delimited-rows.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";

/** CSV and its kin: one table, a line of text per row, the first line being its header. */
export function parseDelimited(bytes: Uint8Array): ParsedDocument {
  const text = decodeText(bytes).replace(/^\uFEFF/, "");
  const rows = readDelimitedRows(text, sniffDelimiter(text)).map(joinCells);
  const builder = createDocumentBuilder();
  builder.add({ kind: "table", row: 1 }, rows.filter((row) => row !== "").join("\n"));
  return builder.finish();
}
