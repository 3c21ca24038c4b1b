import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addSheet } from "./add-sheet.ts";
import { addSlideBlocks } from "./add-slide-blocks.ts";
import { chartTitle } from "./chart-title.ts";
import { partRelations, relatedParts } from "./part-relations.ts";
import { readNumberStyles } from "./read-number-styles.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheetRows } from "./read-sheet-rows.ts";
import { readZip, type Zip } from "./read-zip.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

/** A workbook: each sheet under its name, a table wherever rows follow one another, then its text boxes. */
export function parseXlsx(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  const strings = readSharedStrings(zip.readText("xl/sharedStrings.xml"));
  const styles = readNumberStyles(zip.readText("xl/styles.xml"));
  const isFrom1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(
    zip.readText("xl/workbook.xml")?.slice(0, 10_000) ?? "",
  );
  const builder = createDocumentBuilder();
  for (const { sheet, part } of listSheets(zip)) {
    const rows = readSheetRows(zip.readText(part) ?? "", { strings, styles, isFrom1904 });
    addSheet(builder, sheet, rows);
    for (const drawing of relatedParts(zip, part).filter((name) =>
      /\/drawings\/drawing/.test(name),
    ))
      addSlideBlocks(builder, zip.readText(drawing) ?? "", { sheet });
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
