import type { BlockContent, DefinitionContent, List, ListItem, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { decodeText } from "../decode-text.ts";
import type { BlockKind, ParsedDocument } from "../document.ts";
import { createDocumentBuilder, type DocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import type { ParseOptions } from "../parser.ts";
import { joinCells } from "../table-row.ts";
import { addHtmlLines } from "./add-html-lines.ts";
import { inlineText } from "./inline-text.ts";
import { toCommonMark } from "./markdown-dialects.ts";
import { splitMarkdown } from "./split-markdown.ts";
import { withoutComponents } from "./without-components.ts";

// Two tildes strike out; one on each side sets a letter lower, as in `H~2~O`.
const GFM = gfm({ singleTilde: false });

type Content = RootContent | BlockContent | DefinitionContent;

// YAML between dashes, or TOML between plus signs.
const FRONT_MATTER = /^(?:---\n([\s\S]*?)\n(?:---|\.\.\.)|\+\+\+\n([\s\S]*?)\n\+\+\+)(?:\n|$)/;

// What MDX takes its components from, above the text.
const IMPORTS = /^(?:\s*(?:import\s[^\n]*?\sfrom\s+|import\s+)["'][^"'\n]+["'];?[ \t]*(?=\n|$))+/;

/** CommonMark with GitHub's extensions; markup is taken off, structure is kept. */
export function parseMarkdown(bytes: Uint8Array, options?: ParseOptions): ParsedDocument {
  const source = normalizeText(decodeText(bytes));
  return readMarkdown(/\.mdx$/i.test(options?.fileName ?? "") ? withoutComponents(source) : source);
}

/** The same of text that was decoded and normalised before. */
export function readMarkdown(source: string): ParsedDocument {
  const frontMatter = FRONT_MATTER.exec(source);
  const written = frontMatter ? source.slice(frontMatter[0].length) : source;
  const body = written.replace(IMPORTS, "");
  const builder = createDocumentBuilder();
  addMarkdown(builder, body);
  return builder.finish({ title: frontMatterTitle(frontMatter?.[1] ?? frontMatter?.[2]) });
}

export function addMarkdown(builder: DocumentBuilder, source: string): void {
  for (const piece of splitMarkdown(toCommonMark(source))) {
    const tree = fromMarkdown(piece, { extensions: [GFM], mdastExtensions: [gfmFromMarkdown()] });
    for (const node of tree.children) addNode(builder, node, "paragraph");
  }
}

function frontMatterTitle(matter = ""): string | undefined {
  const [, title, folded] =
    /^title\s*[:=][ \t]*(?:[|>][-+]?\n[ \t]+(.+)|["']?(.+?)["']?[ \t]*$)/m.exec(matter) ?? [];
  return title ?? folded;
}

function addNode(builder: DocumentBuilder, node: Content, kind: BlockKind): void {
  if (node.type === "heading")
    builder.add({ kind: "heading", level: node.depth }, withoutAnchor(inlineText(node)));
  else if (node.type === "code") builder.add({ kind: "code" }, node.value);
  else if (node.type === "list") addList(builder, node);
  else if (node.type === "table") addTable(builder, node);
  else if (node.type === "html") addHtmlLines(builder, node.value, kind);
  else if (node.type === "blockquote" || node.type === "footnoteDefinition") {
    const inner = node.type === "blockquote" ? "quote" : "paragraph";
    for (const child of node.children) addNode(builder, child, inner);
  } else if (node.type !== "thematicBreak" && node.type !== "definition") {
    builder.add({ kind }, inlineText(node));
  }
}

/** `Title {#anchor}` as Pandoc and Docusaurus write it. */
function withoutAnchor(title: string): string {
  return title.replace(/\s*\{#[\w:.-]+[^{}]*\}\s*$/, "");
}

function addList(builder: DocumentBuilder, list: List): void {
  list.children.forEach((item, index) => {
    addListItem(builder, item, list.ordered ? `${(list.start ?? 1) + index}. ` : "- ");
  });
}

function addListItem(builder: DocumentBuilder, item: ListItem, marker: string): void {
  const [first, ...rest] = item.children;
  const opensWithText = first?.type === "paragraph";
  if (opensWithText) builder.add({ kind: "list_item" }, marker + inlineText(first));
  for (const child of opensWithText ? rest : item.children) addNode(builder, child, "list_item");
}

function addTable(builder: DocumentBuilder, table: Table): void {
  const rows = table.children.map((row) => joinCells(row.children.map((cell) => inlineText(cell))));
  builder.add({ kind: "table", row: 1 }, rows.join("\n"));
}
