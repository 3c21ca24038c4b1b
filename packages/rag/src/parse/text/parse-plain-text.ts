import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder, type DocumentBuilder } from "../document-builder.ts";
import { normalizeText } from "../normalize-text.ts";
import { addCues } from "../transcript/add-cues.ts";
import { nameSpeakers } from "../transcript/name-speakers.ts";
import { readTimedLines } from "../transcript/read-timed-lines.ts";
import { headingLevel } from "./heading-level.ts";
import { isMarkdown } from "./is-markdown.ts";
import { startsListItem } from "./list-marker.ts";
import { readMarkdown } from "./parse-markdown.ts";
import { unwrapLines } from "./unwrap-lines.ts";

/** Plain text: blank lines part paragraphs, hard-wrapped lines are joined, list lines stand alone; times make a transcript. */
export function parsePlainText(bytes: Uint8Array): ParsedDocument {
  const text = normalizeText(decodeText(bytes));
  const builder = createDocumentBuilder();
  const spoken = readTimedLines(text);
  if (!spoken && isMarkdown(text)) return readMarkdown(text);
  addPlainText(builder, spoken ? spoken.preface : text);
  if (spoken) addCues(builder, nameSpeakers(spoken.cues));
  return builder.finish();
}

/** Adds text that was normalised before; what is quoted has no headings of its own. */
export function addPlainText(
  builder: DocumentBuilder,
  text: string,
  kind: "paragraph" | "quote" = "paragraph",
): void {
  for (const paragraph of text.split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    const level = kind === "quote" ? 0 : headingLevel(paragraph.trim());
    if (level > 0) builder.add({ kind: "heading", level }, stripUnderline(paragraph));
    else for (const lines of groupLines(paragraph.split("\n"))) addLines(builder, lines, kind);
  }
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

function addLines(
  builder: DocumentBuilder,
  lines: readonly string[],
  kind: "paragraph" | "quote",
): void {
  const isListItem = kind === "paragraph" && startsListItem(lines[0]!);
  builder.add({ kind: isListItem ? "list_item" : kind }, unwrapLines(lines));
}

function stripUnderline(paragraph: string): string {
  return paragraph.trim().replace(/\n[=~-]{3,}$/, "");
}
