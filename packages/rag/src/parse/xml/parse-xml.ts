import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder, type DocumentBuilder } from "../document-builder.ts";
import { scanXml } from "../office/scan-xml.ts";
import { addCues } from "../transcript/add-cues.ts";
import { readTimedXml } from "./read-timed-xml.ts";

const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/;

/** XML: the captions of a recording with their times, or else what stands in its elements, one a paragraph. */
export function parseXml(bytes: Uint8Array): ParsedDocument {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const xml = decodeText(bytes, DECLARED.exec(head)?.[1]);
  const builder = createDocumentBuilder();
  const cues = readTimedXml(xml);
  if (cues.length > 0) addCues(builder, cues);
  else addElements(builder, xml);
  return builder.finish();
}

/** Those that stand within a line of text, as DocBook, TEI and others name them. */
const INLINE = new Set(
  "a b i u em strong emph emphasis hi sub sup span ref link xref code literal term q quote g tspan".split(
    " ",
  ),
);
// Feeds carry pages as text.
const MARKUP = /<[a-z/][^>]*>/gi;

const SILENT = new Set(["style", "script"]);

function addElements(builder: DocumentBuilder, xml: string): void {
  let text = "";
  const end = (name: string, within: string) => {
    if (INLINE.has(name)) return;
    const words = text.replace(MARKUP, " ").replace(/\s+/g, " ");
    text = "";
    if (SILENT.has(within)) return;
    builder.add(within === "title" ? { kind: "heading", level: 2 } : { kind: "paragraph" }, words);
  };
  scanXml(xml, {
    open: (name) => end(name, ""),
    close: (name) => end(name, name),
    text: (value) => {
      text += value;
    },
  });
}
