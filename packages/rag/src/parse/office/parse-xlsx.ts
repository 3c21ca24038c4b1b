import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { chartTitle } from "./chart-title.ts";
import { partRelations } from "./part-relations.ts";
import { readDateStyles } from "./read-date-styles.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheetRows, type SheetRow } from "./read-sheet-rows.ts";
import { readZip, type Zip } from "./read-zip.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

/** A workbook: each sheet under its name, a table wherever rows follow one another. */
export function parseXlsx(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  const strings = readSharedStrings(zip.readText("xl/sharedStrings.xml"));
  const dateStyles = readDateStyles(zip.readText("xl/styles.xml"));
  const builder = createDocumentBuilder();
  for (const { sheet, part } of listSheets(zip)) {
    const rows = readSheetRows(zip.readText(part) ?? "", { strings, dateStyles });
    if (rows.length === 0) continue;
    builder.add({ kind: "heading", level: 2, sheet }, sheet);
    for (const table of contiguous(rows)) {
      const text = table.map(({ cells }) => joinCells(cells)).join("\n");
      builder.add({ kind: "table", row: table[0]!.number, sheet }, text);
    }
  }
  for (const name of zip.names.filter((part) => /^xl\/charts\/chart\d+\.xml$/.test(part))) {
    builder.add({ kind: "paragraph" }, chartTitle(zip.readText(name)));
  }
  return builder.finish();
}

function listSheets(zip: Zip): { sheet: string; part: string }[] {
  const targets = partRelations(zip.readText("xl/_rels/workbook.xml.rels"));
  const sheets: { sheet: string; part: string }[] = [];
  scanXml(zip.readText("xl/workbook.xml") ?? "", {
    open(name, tag) {
      if (name !== "sheet" || /hidden/i.test(xmlAttribute(tag, "state") ?? "")) return;
      const target = targets.get(xmlAttribute(tag, "id") ?? "");
      if (target) sheets.push({ sheet: xmlAttribute(tag, "name") ?? "", part: fromRoot(target) });
    },
    close() {},
  });
  return sheets;
}

function fromRoot(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** Rows that follow one another without an empty one between. */
function contiguous(rows: readonly SheetRow[]): SheetRow[][] {
  const tables: SheetRow[][] = [];
  for (const row of rows) {
    const table = tables.at(-1);
    if (table && table.at(-1)!.number === row.number - 1) table.push(row);
    else tables.push([row]);
  }
  return tables;
}
