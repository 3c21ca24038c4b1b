import type { Block } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { createMathReader, type MathReader } from "../formula/read-math.ts";
import { addSheet } from "../office/add-sheet.ts";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import { joinCells } from "../table-row.ts";
import { createListLabels, type ListLabels } from "./list-labels.ts";
import type { OpenDocumentStyles } from "./open-document-styles.ts";
import { OpenTable } from "./open-table.ts";

// Not for readers, or said elsewhere: deletions, comments, contents, what repeats on every slide.
const SKIPPED = new Set([
  "tracked-changes",
  "annotation",
  "note-citation",
  "table-of-content",
  "ruby-text",
  "forms",
  "settings",
  "styles",
  "automatic-styles",
  "master-styles",
  "meta",
  "font-face-decls",
  "scripts",
  "page-thumbnail",
  "shapes",
  "binary-data",
]);
const FURNITURE = /^(?:date-time|footer|header|page-number|page)$/;
const HIDEABLE = new Set(["table", "page", "span", "p", "h"]);
const SPACES: Record<string, string> = { tab: " ", "line-break": "\n" };

interface Paragraph {
  text: string;
  level?: number;
  label: string;
}

interface State {
  builder: DocumentBuilder;
  styles: OpenDocumentStyles;
  labels: ListLabels;
  tables: OpenTable[];
  paragraphs: Paragraph[];
  /** Footnotes, which go after the text. */
  notes: string[];
  isNote: boolean;
  isTitle: boolean;
  isSheets: boolean;
  /** Ids of the changes that took text out, and the one that stands open. */
  deletions: ReadonlySet<string>;
  deletion?: string;
  page: number;
  sheet?: string;
  math: MathReader;
  readFormula: ReadFormula;
}

/** What the formula at this path of the document says. */
export type ReadFormula = (path: string) => string;

/** Adds the blocks of a document's body; gives the number of its slides, 0 where it has none. */
export function addOpenDocumentBlocks(
  builder: DocumentBuilder,
  xml: string,
  styles: OpenDocumentStyles,
  readFormula: ReadFormula,
): number {
  const state: State = {
    builder,
    styles,
    labels: createListLabels(styles),
    tables: [],
    paragraphs: [],
    notes: [],
    isNote: false,
    isTitle: false,
    isSheets: false,
    deletions: readDeletions(xml),
    page: 0,
    math: createMathReader(),
    readFormula,
  };
  let skippedDepth = 0;
  scanXml(xml, {
    open(name, tag) {
      if (name === "page") state.page += 1;
      if (skippedDepth > 0 || SKIPPED.has(name) || !isShown(state, name, tag)) skippedDepth += 1;
      else openElement(state, name, tag);
    },
    close(name) {
      if (skippedDepth > 0) skippedDepth -= 1;
      else closeElement(state, name);
    },
    text(value) {
      const paragraph = state.paragraphs.at(-1);
      const isKept = skippedDepth === 0 && state.deletion === undefined;
      if (isKept && state.math.isOpen()) state.math.text(value);
      else if (isKept && paragraph) paragraph.text += value.replace(/\s+/g, " ");
    },
  });
  for (const note of state.notes) builder.add({ kind: "paragraph" }, note);
  return state.page;
}

const DELETION = /<text:changed-region\b[^>]*\btext:id="([^"]+)"[^>]*>\s*(?:<text:deletion\b)/g;

function readDeletions(xml: string): Set<string> {
  return new Set(Array.from(xml.matchAll(DELETION), ([, id = ""]) => id));
}

function isShown({ styles, page }: State, name: string, tag: string): boolean {
  if (name === "frame" && page > 0) return !FURNITURE.test(xmlAttribute(tag, "class") ?? "");
  if (!HIDEABLE.has(name)) return true;
  return !styles.hidden.has(xmlAttribute(tag, "style-name") ?? "");
}

function openElement(state: State, name: string, tag: string): void {
  const { tables, labels, paragraphs } = state;
  const paragraph = paragraphs.at(-1);
  if (state.math.isOpen() || name === "math") state.math.open(name);
  else if (name === "p" || name === "h") openParagraph(state, name, tag);
  else if (name === "object")
    addFormula(paragraph, state.readFormula(xmlAttribute(tag, "href") ?? ""));
  else if (name === "s" && paragraph) paragraph.text += " ";
  else if (name in SPACES && paragraph) paragraph.text += SPACES[name];
  else if (name === "change-start") openDeletion(state, xmlAttribute(tag, "change-id"));
  else if (name === "change-end") state.deletion = undefined;
  else if (name === "note-body") state.isNote = true;
  else if (name === "frame") state.isTitle = xmlAttribute(tag, "class") === "title";
  else if (name === "spreadsheet") state.isSheets = true;
  else if (name === "list") openList(labels, tag);
  else if (name === "list-item" || name === "list-header") labels.item();
  else if (name === "table") openTable(state, tag);
  else if (name === "table-column") tables.at(-1)?.openColumn(tag);
  else if (name === "table-row") tables.at(-1)?.openRow(tag);
  else if (name === "table-cell" || name === "covered-table-cell") tables.at(-1)?.openCell(tag);
}

function closeElement(state: State, name: string): void {
  if (state.math.isOpen()) addFormula(state.paragraphs.at(-1), state.math.close());
  else if (name === "p" || name === "h") closeParagraph(state);
  else if (name === "note-body") state.isNote = false;
  else if (name === "list") state.labels.close();
  else if (name === "table-row") state.tables.at(-1)?.closeRow();
  else if (name === "table-cell" || name === "covered-table-cell") state.tables.at(-1)?.closeCell();
  else if (name === "table") closeTable(state);
}

function addFormula(paragraph: Paragraph | undefined, formula = ""): void {
  if (paragraph) paragraph.text += formula;
}

function openList(labels: ListLabels, tag: string): void {
  const isContinued =
    xmlAttribute(tag, "continue-numbering") === "true" ||
    xmlAttribute(tag, "continue-list") !== undefined;
  labels.open(xmlAttribute(tag, "style-name"), isContinued);
}

function openDeletion(state: State, id = ""): void {
  if (state.deletions.has(id)) state.deletion = id;
}

function openParagraph({ labels, paragraphs }: State, name: string, tag: string): void {
  const level = Math.min(6, Number(xmlAttribute(tag, "outline-level")) || 1);
  const isTitle = name === "p" && xmlAttribute(tag, "style-name") === "Title";
  const heading = name === "h" || isTitle ? { level } : {};
  paragraphs.push({ text: "", label: labels.take(), ...heading });
}

function closeParagraph(state: State): void {
  const paragraph = state.paragraphs.pop();
  const text = (paragraph?.text ?? "").replace(/ +/g, " ").trim();
  if (!paragraph || text === "") return;
  const labelled = paragraph.label === "" ? text : `${paragraph.label} ${text}`;
  if (state.isNote) state.notes.push(text);
  else if (state.tables.at(-1)?.addText(labelled)) return;
  else if (paragraph.level !== undefined || state.isTitle)
    state.builder.add({ kind: "heading", level: paragraph.level ?? 2, ...at(state) }, text);
  else {
    const kind = paragraph.label === "" ? "paragraph" : "list_item";
    state.builder.add({ kind, ...at(state) }, labelled);
  }
}

function at({ page, sheet }: State): Pick<Block, "page" | "sheet"> {
  return { ...(page > 0 && { page }), ...(sheet !== undefined && { sheet }) };
}

function openTable(state: State, tag: string): void {
  if (state.isSheets && state.tables.length === 0) {
    state.sheet = xmlAttribute(tag, "name") ?? "";
  }
  state.tables.push(new OpenTable());
}

function closeTable(state: State): void {
  const table = state.tables.pop();
  const outer = state.tables.at(-1);
  const rows = table?.finish(state.isSheets && !outer) ?? [];
  if (outer) for (const { cells } of rows) outer.addText(cells.filter((text) => text).join(" "));
  else if (state.isSheets) {
    addSheet(state.builder, state.sheet ?? "", rows);
    state.sheet = undefined;
  } else if (rows.every(({ cells }) => cells.length < 2))
    for (const { cells } of rows) state.builder.add({ kind: "paragraph", ...at(state) }, cells[0]!);
  else {
    const lines = rows.map(({ cells }) => joinCells(cells));
    state.builder.add({ kind: "table", row: 1, ...at(state) }, lines.join("\n"));
  }
}
