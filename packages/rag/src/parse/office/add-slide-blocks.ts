import type { Block } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { raiseDigits } from "../text/raise-digits.ts";
import { createFormulaMarks } from "./formula-marks.ts";
import { formatCount } from "./number-label.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";
import { createTableCollector } from "./table-collector.ts";

// Placeholders that repeat on every slide.
const FURNITURE = new Set(["sldNum", "dt", "ftr", "hdr", "sldImg"]);
const FORMATS: Record<string, string> = {
  alphaLc: "lowerLetter",
  alphaUc: "upperLetter",
  romanLc: "lowerRoman",
  romanUc: "upperRoman",
};

interface Paragraph {
  text: string;
  level: number;
  bullet?: string;
  /** The number format of an automatic list. */
  numbering?: string;
}

/** Adds the shapes of one slide, its notes or a sheet's drawing in their order, the title before all others. */
export function addSlideBlocks(
  builder: DocumentBuilder,
  xml: string,
  at: Pick<Block, "page" | "sheet">,
): void {
  const added: Parameters<DocumentBuilder["add"]>[] = [];
  collectShapes({ ...builder, add: (...block) => void added.push(block) }, xml);
  const isTitle = ([{ kind }]: (typeof added)[number]) => kind === "heading";
  for (const [fields, ...rest] of [...added.filter(isTitle), ...added.filter((b) => !isTitle(b))])
    builder.add({ ...fields, ...at }, ...rest);
}

function collectShapes(builder: DocumentBuilder, xml: string): void {
  const tables = createTableCollector(builder);
  const counts: number[] = [];
  let placeholder = "";
  let paragraph: Paragraph | undefined;
  let inText = false;
  let isRaised = false;
  const formula = createFormulaMarks();

  const finishParagraph = () => {
    const { text, level, bullet, numbering } = paragraph ?? { text: "", level: 0 };
    paragraph = undefined;
    if (text.trim() === "" || FURNITURE.has(placeholder)) return;
    counts.length = level + 1;
    counts[level] = numbering === undefined ? 0 : (counts[level] ?? 0) + 1;
    const label = numbering === undefined ? bullet : `${formatCount(counts[level], numbering)}.`;
    if (/^(?:title|ctrTitle)$/.test(placeholder)) tables.add({ kind: "heading", level: 2 }, text);
    else tables.add({ kind: label ? "list_item" : "paragraph" }, label ? `${label} ${text}` : text);
  };

  scanXml(xml, {
    open(name, tag) {
      if (name === "sp") placeholder = "";
      else if (name === "ph") placeholder = xmlAttribute(tag, "type") ?? "body";
      else if (name === "cNvPr" && /\bdescr="/.test(tag))
        tables.add({ kind: "paragraph" }, pictureWords(xmlAttribute(tag, "descr") ?? ""));
      else if (name === "p") paragraph = { text: "", level: 0 };
      else if (name === "t") inText = true;
      else if (name === "r") isRaised = false;
      else if (name === "rPr") isRaised = Number(xmlAttribute(tag, "baseline") ?? 0) > 0;
      else if (paragraph && formula.open(name, tag, paragraph.text)) return;
      else if (tables.open(name, tag) || !paragraph) return;
      else describe(paragraph, name, tag);
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "p") finishParagraph();
      else if (paragraph && formula.isPart(name)) paragraph.text = formula.close(paragraph.text);
      else tables.close(name);
    },
    text(value) {
      if (inText && paragraph)
        paragraph.text += isRaised ? raiseDigits(paragraph.text, value) : value;
    },
  });
}

const GENERATED =
  /\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?\s*)$/s;

/** What a person wrote about a picture: neither its file's name nor that a program wrote it. */
function pictureWords(description: string): string {
  const words = description.replace(GENERATED, "").trim();
  return /^\S+\.(?:png|jpe?g|gif|bmp|svg|webp|tiff?|emf|wmf)$/i.test(words) ? "" : words;
}

function describe(paragraph: Paragraph, name: string, tag: string): void {
  if (name === "br") paragraph.text += "\n";
  else if (name === "pPr") paragraph.level = Math.min(8, Number(xmlAttribute(tag, "lvl") ?? 0));
  else if (name === "buChar") paragraph.bullet = "-";
  else if (name === "buAutoNum") {
    const type = xmlAttribute(tag, "type") ?? "";
    paragraph.numbering =
      Object.entries(FORMATS).find(([prefix]) => type.startsWith(prefix))?.[1] ?? "decimal";
  }
}
