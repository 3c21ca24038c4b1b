import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder, type DocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import { headingLevel } from "./heading-level.ts";
import { startsListItem } from "./list-marker.ts";
import { unwrapLines } from "./unwrap-lines.ts";

/** Plain text: blank lines part paragraphs, hard-wrapped lines are joined, list lines stand alone. */
export function parsePlainText(bytes: Uint8Array): ParsedDocument {
  const text = normalizeText(decodeText(bytes));
  const builder = createDocumentBuilder();
  for (const paragraph of text.split(/\n[ \t]*(?:\n[ \t]*)+/)) addParagraph(builder, paragraph);
  return builder.finish();
}

function addParagraph(builder: DocumentBuilder, paragraph: string): void {
  const level = headingLevel(paragraph.trim());
  if (level > 0) builder.add({ kind: "heading", level }, stripUnderline(paragraph));
  else for (const lines of groupLines(paragraph.split("\n"))) addLines(builder, lines);
}

/** Lines that belong together: a list item takes the lines after it along. */
function groupLines(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || startsListItem(line)) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function addLines(builder: DocumentBuilder, lines: readonly string[]): void {
  builder.add({ kind: startsListItem(lines[0]!) ? "list_item" : "paragraph" }, unwrapLines(lines));
}

function stripUnderline(paragraph: string): string {
  return paragraph.trim().replace(/\n[=~-]{3,}$/, "");
}
