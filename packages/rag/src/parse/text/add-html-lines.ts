import type { BlockKind } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { decodeEntities } from "../transcript/decode-entities.ts";

const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const TAG =
  /<(\/?)([a-z][a-z0-9]*)\b[^<>"']*(?:"[^"]{0,2000}"[^<>"']*|'[^']{0,2000}'[^<>"']*){0,50}>/gi;
const INLINE = /^(?:a|abbr|b|cite|code|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)$/;
const DESCRIPTION = /\balt="([^"]*)"/i;

/** Adds HTML that stands in Markdown: headings, rows of tables, items and paragraphs by their tags alone. */
export function addHtmlLines(builder: DocumentBuilder, html: string, kind: BlockKind): void {
  const rows: string[][] = [];
  let text = "";
  let block: { kind: BlockKind; level?: number } = { kind };
  const finish = () => {
    const words = decodeEntities(text).replace(/\s+/g, " ").trim();
    text = "";
    if (words === "") return;
    if (rows.length > 0) rows.at(-1)!.push(words);
    else builder.add(block, block.kind === "list_item" ? `- ${words}` : words);
  };
  const endTable = () => {
    builder.add({ kind: "table", row: 1 }, rows.map(joinCells).join("\n"));
    rows.length = 0;
  };
  const seen = html.replace(UNSEEN, " ");
  let at = 0;
  for (const { 0: tag, 1: closing, 2: written = "", index } of seen.matchAll(TAG)) {
    const name = written.toLowerCase();
    text += seen.slice(at, index);
    at = index + tag.length;
    if (INLINE.test(name)) {
      text += DESCRIPTION.exec(tag)?.[1] ?? "";
      continue;
    }
    finish();
    const level = closing ? undefined : /^h([1-6])$/.exec(name)?.[1];
    block = level ? { kind: "heading", level: Number(level) } : { kind };
    if (name === "li" && !closing) block = { kind: "list_item" };
    if (name === "tr" && !closing) rows.push([]);
    if (name === "table" && closing) endTable();
  }
  text += seen.slice(at);
  finish();
  endTable();
}
