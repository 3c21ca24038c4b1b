import type { BlockKind } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { formatCount } from "../office/number-label.ts";
import { raiseDigits } from "../text/raise-digits.ts";
import { type DomElement, isElement, TEXT_NODE } from "./dom.ts";
import {
  isFormula,
  isFurniture,
  isInline,
  isLandmark,
  isNoteMark,
  isSkipped,
} from "./element-roles.ts";
import { formulaText } from "./formula-text.ts";
import { tableRows } from "./table-rows.ts";

// Far beyond what people write, well within the stack: deeper content is read as one text.
const MAX_DEPTH = 400;

interface Options {
  /** False: leave out navigation, footers and asides. */
  keepsLandmarks: boolean;
}

interface Walk {
  builder: DocumentBuilder;
  options: Options;
  inline: string;
  marker: string;
  /** The number that the next item of an ordered list gets. */
  nextNumbers: Map<DomElement, number>;
}

interface Context {
  kind: BlockKind;
  depth: number;
}

/** Walks an element in document order and adds its headings, paragraphs, lists, tables and code. */
export function addHtmlBlocks(builder: DocumentBuilder, root: DomElement, options: Options): void {
  const walk: Walk = { builder, options, inline: "", marker: "", nextNumbers: new Map() };
  visitChildren(walk, root, { kind: "paragraph", depth: 0 });
  flush(walk, "paragraph");
}

function visitChildren(walk: Walk, parent: DomElement, context: Context): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === TEXT_NODE) walk.inline += collapse(node.textContent ?? "");
    else if (isElement(node)) visitElement(walk, node, context);
  }
}

function visitElement(walk: Walk, element: DomElement, context: Context): void {
  const { keepsLandmarks } = walk.options;
  if (isSkipped(element) || (!keepsLandmarks && isLandmark(element))) return;
  if (isFurniture(element, keepsLandmarks) || isNoteMark(element)) return;
  if (context.depth > MAX_DEPTH) walk.inline += collapse(element.textContent ?? "");
  else if (element.tagName === "BR") walk.inline += "\n";
  else if (element.tagName === "SUP" && element.querySelector("*") === null)
    walk.inline += raiseDigits(walk.inline, collapse(element.textContent ?? ""));
  else if (isFormula(element)) walk.inline += formulaText(element);
  else if (isInline(element))
    visitChildren(walk, element, { ...context, depth: context.depth + 1 });
  else visitBlock(walk, element, { ...context, depth: context.depth + 1 });
}

function visitBlock(walk: Walk, element: DomElement, context: Context): void {
  flush(walk, context.kind);
  const kind = blockKind(element, context.kind);
  if (kind === "heading") addHeading(walk, element);
  else if (kind === "code") walk.builder.add({ kind }, element.textContent ?? "");
  else if (kind === "table") addTable(walk, element, context);
  else {
    if (element.tagName === "LI") walk.marker = listMarker(walk, element);
    visitChildren(walk, element, { ...context, kind });
    flush(walk, kind);
  }
}

function blockKind(element: DomElement, inherited: BlockKind): BlockKind {
  const tag = element.tagName;
  if (/^H[1-6]$/.test(tag)) return "heading";
  if (tag === "PRE") return "code";
  if (tag === "TABLE") return "table";
  if (tag === "LI" || tag === "DT" || tag === "DD") return "list_item";
  if (tag === "BLOCKQUOTE") return "quote";
  return inherited;
}

const LONGEST_HEADING = 200;

/** A heading that its author did not close holds what follows it. */
function addHeading(walk: Walk, element: DomElement): void {
  const inner: Parameters<DocumentBuilder["add"]>[] = [];
  const builder = {
    ...walk.builder,
    add: (...block: (typeof inner)[number]) => void inner.push(block),
  };
  addHtmlBlocks(builder, element, walk.options);
  const isUnclosed = inner.length > 1 && (element.textContent ?? "").length > LONGEST_HEADING;
  const words = (isUnclosed ? inner.slice(0, 1) : inner).map(([, text]) => text).join(" ");
  // The sign that links to the heading itself.
  const text = collapse(words).replace(/\s*¶\s*$|\s+#\s*$/, "");
  walk.builder.add({ kind: "heading", level: Number(element.tagName[1]) }, text);
  if (isUnclosed) for (const block of inner.slice(1)) walk.builder.add(...block);
}

/** A table used for layout has no grid of its own: its cells are read as text. */
function addTable(walk: Walk, table: DomElement, context: Context): void {
  const rows = tableRows(table);
  if (rows) walk.builder.add({ kind: "table", row: 1 }, rows.join("\n"));
  else {
    visitChildren(walk, table, context);
    flush(walk, context.kind);
  }
}

function listMarker({ nextNumbers }: Walk, item: DomElement): string {
  const list = item.parentElement;
  if (list?.tagName !== "OL") return "- ";
  const own = Number.parseInt(item.getAttribute("value") ?? "", 10);
  const number = own || (nextNumbers.get(list) ?? firstNumber(list));
  nextNumbers.set(list, number + (list.hasAttribute("reversed") ? -1 : 1));
  return `${formatCount(number, NUMBERINGS[list.getAttribute("type") ?? ""] ?? "decimal")}. `;
}

const NUMBERINGS: Record<string, string> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

function firstNumber(list: DomElement): number {
  const start = Number.parseInt(list.getAttribute("start") ?? "", 10);
  if (!Number.isNaN(start)) return start;
  const isItem = ({ tagName }: DomElement) => tagName === "LI";
  return list.hasAttribute("reversed") ? [...list.children].filter(isItem).length : 1;
}

function flush(walk: Walk, kind: BlockKind): void {
  const text = walk.inline
    .replace(/[ ]*\n[ ]*/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
  walk.inline = "";
  if (text === "") return;
  walk.builder.add({ kind }, walk.marker + text);
  walk.marker = "";
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ");
}
