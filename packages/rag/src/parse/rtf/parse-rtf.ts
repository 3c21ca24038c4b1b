import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { readRtfTokens } from "./read-rtf-tokens.ts";
import { createRtfReader } from "./rtf-reader.ts";

/** Rich text: paragraphs, outline levels as headings, rows of tables. */
export function parseRtf(bytes: Uint8Array): ParsedDocument {
  const builder = createDocumentBuilder();
  const reader = createRtfReader(builder);
  for (const token of readRtfTokens(Buffer.from(bytes).toString("latin1"))) reader.read(token);
  return builder.finish({ title: reader.finish() });
}
