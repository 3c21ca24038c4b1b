import type { DocumentBuilder } from "../document-builder.ts";
import { raiseDigits } from "../text/raise-digits.ts";
import type { DocxNumbering } from "./docx-numbering.ts";
import { outlineLevel, type ParagraphStyle } from "./docx-styles.ts";
import { createFormulaMarks } from "./formula-marks.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";
import { symbolText } from "./symbol-text.ts";
import { createTableCollector } from "./table-collector.ts";

interface Definitions {
  styles: ReadonlyMap<string, ParagraphStyle>;
  numbering: DocxNumbering;
}

interface Paragraph extends Partial<ParagraphStyle> {
  text: string;
}

// Content twice over (the fallback for old programs, the place a move started) or not for readers.
const SKIPPED = new Set([
  "Fallback",
  "moveFrom",
  "del",
  // How a word is pronounced, above it.
  "rt",
  "sectPr",
  "separator",
  "continuationSeparator",
]);
const BREAKS: Record<string, string> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
};

/** Adds the blocks of one part of a Word document. */
export function addDocxBlocks(
  builder: DocumentBuilder,
  xml: string,
  definitions: Definitions,
): void {
  const open: Paragraph[] = [];
  const tables = createTableCollector(builder);
  let skippedDepth = 0;
  let inText = false;
  let isHidden = false;
  let isRaised = false;
  let isPlaceholder = false;
  const formula = createFormulaMarks();

  const finishParagraph = () => {
    const paragraph = open.pop();
    if (!paragraph || paragraph.name?.startsWith("toc ")) return;
    addParagraph(paragraph, definitions, tables.add);
  };

  scanXml(xml, {
    open(name, tag) {
      if (skippedDepth > 0 || SKIPPED.has(name) || (isPlaceholder && name === "sdtContent")) {
        skippedDepth += 1;
        isPlaceholder = false;
        return;
      }
      // A field that nobody has filled in shows what to do with it.
      if (name === "sdt") isPlaceholder = false;
      else if (name === "showingPlcHdr") isPlaceholder = true;
      const paragraph = open.at(-1);
      if (name === "p") open.push({ text: "" });
      else if (name === "r") isHidden = isRaised = false;
      else if (name === "vanish")
        isHidden = !/^(?:0|false|off)$/.test(xmlAttribute(tag, "val") ?? "");
      else if (name === "vertAlign") isRaised = xmlAttribute(tag, "val") === "superscript";
      else if (name === "t") inText = !isHidden;
      else if (name === "sym" && paragraph) paragraph.text += isHidden ? "" : symbolText(tag);
      else if (paragraph && formula.open(name, tag, paragraph.text)) return;
      else if (name in BREAKS && paragraph) paragraph.text += BREAKS[name];
      else if (tables.open(name, tag)) return;
      else if (paragraph) describe(paragraph, name, tag, definitions);
    },
    close(name) {
      if (skippedDepth > 0) skippedDepth -= 1;
      else if (name === "t") inText = false;
      else if (name === "p") finishParagraph();
      else if (formula.isPart(name)) {
        const paragraph = open.at(-1);
        if (paragraph) paragraph.text = formula.close(paragraph.text);
      } else tables.close(name);
    },
    text(value) {
      const paragraph = open.at(-1);
      if (!inText || skippedDepth > 0 || !paragraph) return;
      paragraph.text += isRaised ? raiseDigits(paragraph.text, value) : value;
    },
  });
}

function describe(paragraph: Paragraph, name: string, tag: string, { styles }: Definitions): void {
  if (name === "pStyle") Object.assign(paragraph, styles.get(xmlAttribute(tag, "val") ?? ""));
  else if (name === "outlineLvl") paragraph.headingLevel = outlineLevel(xmlAttribute(tag, "val"));
  else if (name === "ilvl") paragraph.numberingLevel = Number(xmlAttribute(tag, "val"));
  else if (name === "numId") paragraph.numberingId = xmlAttribute(tag, "val");
}

function addParagraph(
  paragraph: Paragraph,
  { numbering }: Definitions,
  add: DocumentBuilder["add"],
): void {
  const { headingLevel, numberingId, numberingLevel = 0 } = paragraph;
  const text = paragraph.text.replace(/[ \t]+/g, " ").trim();
  if (text === "") return;
  const label = numberingId === undefined ? "" : numbering.next(numberingId, numberingLevel);
  const labelled = label === "" || (label === "-" && headingLevel) ? text : `${label} ${text}`;
  if (headingLevel) add({ kind: "heading", level: headingLevel }, labelled);
  else add({ kind: label === "" ? "paragraph" : "list_item" }, labelled);
}
