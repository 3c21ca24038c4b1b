import type { BlockKind } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
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

function addHeading(walk: Walk, element: DomElement): void {
  // The sign that links to the heading itself.
  const text = collapse(element.textContent ?? "").replace(/\s*¶\s*$|\s+#\s*$/, "");
  walk.builder.add({ kind: "heading", level: Number(element.tagName[1]) }, text);
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
  const number = nextNumbers.get(list) ?? Number(list.getAttribute("start") ?? 1);
  nextNumbers.set(list, number + 1);
  return `${number}. `;
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
