import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addChart } from "./add-chart.ts";
import { addDiagram } from "./add-diagram.ts";
import { addDocxBlocks } from "./add-docx-blocks.ts";
import { createDocxNumbering } from "./docx-numbering.ts";
import { readDocxStyles } from "./docx-styles.ts";
import { partFolder, relationTarget } from "./part-relations.ts";
import { readZip } from "./read-zip.ts";
import { scanXml } from "./scan-xml.ts";

/**
 * A Word document (ECMA-376) in one streaming pass: headings by style and outline level, lists with
 * the labels Word would show, tables by rows; notes, charts and diagrams at the end. Deleted and hidden text is left out.
 */
export function parseDocx(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  const main = relationTarget(zip.readText("_rels/.rels"), "officeDocument") ?? "word/document.xml";
  const part = (name: string) => zip.readText(partFolder(main) + name);
  const body = zip.readText(main);
  if (body === undefined) throw new Error("The archive has no main part.");
  const styles = readDocxStyles(part("styles.xml"));
  const numbering = createDocxNumbering(part("numbering.xml"));
  const builder = createDocumentBuilder();
  for (const xml of [body, part("footnotes.xml"), part("endnotes.xml")]) {
    if (xml) addDocxBlocks(builder, xml, { styles, numbering });
  }
  for (const name of zip.names) {
    if (/^word\/charts\/chart\d+\.xml$/.test(name)) addChart(builder, zip.readText(name));
    if (/^word\/diagrams\/data\d+\.xml$/.test(name)) addDiagram(builder, zip.readText(name));
  }
  return builder.finish({ title: readTitle(zip.readText("docProps/core.xml")) });
}

function readTitle(core = ""): string {
  let title = "";
  let inTitle = false;
  scanXml(core, {
    open: (name) => {
      inTitle = name === "title";
    },
    close: () => {
      inTitle = false;
    },
    text: (value) => {
      if (inTitle) title += value;
    },
  });
  return title;
}
