import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { readMath } from "../formula/read-math.ts";
import { readZip } from "../office/read-zip.ts";
import { scanXml } from "../office/scan-xml.ts";
import { SourceRejected } from "../source-rejected.ts";
import { addOpenDocumentBlocks, type ReadFormula } from "./add-open-document-blocks.ts";
import { readOpenDocumentStyles } from "./open-document-styles.ts";

/**
 * A text, spreadsheet or presentation in the OpenDocument format (ISO/IEC 26300), as an archive or as one
 * XML file. What was deleted, comments, contents and hidden sheets and slides are left out.
 */
export function parseOpenDocument(bytes: Uint8Array): ParsedDocument {
  const { content, styles, meta, readFormula } = readParts(bytes);
  const builder = createDocumentBuilder();
  const pageCount = addOpenDocumentBlocks(
    builder,
    content,
    readOpenDocumentStyles([styles, content]),
    readFormula,
  );
  return builder.finish({ title: readTitle(meta), ...(pageCount > 0 && { pageCount }) });
}

interface Parts {
  content: string;
  styles: string;
  meta: string;
  readFormula: ReadFormula;
}

function readParts(bytes: Uint8Array): Parts {
  if (bytes[0] !== 0x50) {
    const xml = decodeText(bytes);
    return { content: xml, styles: "", meta: xml, readFormula: () => "" };
  }
  const zip = readZip(bytes);
  if (/encryption-data/.test(zip.readText("META-INF/manifest.xml") ?? "")) {
    const advice = "This file is encrypted. Save it without a password.";
    throw new SourceRejected("source.encrypted", advice);
  }
  const content = zip.readText("content.xml");
  if (content === undefined) throw new Error("The archive has no content.");
  const part = (name: string) => zip.readText(name) ?? "";
  const readFormula = (path: string) =>
    readMath(part(`${path.replace(/^\.\/|\/$/g, "")}/content.xml`));
  return { content, styles: part("styles.xml"), meta: part("meta.xml"), readFormula };
}

function readTitle(meta: string): string {
  let title: string | undefined;
  let isMeta = false;
  let inTitle = false;
  scanXml(meta, {
    open(name) {
      isMeta ||= name === "meta" || name === "document-meta";
      inTitle = isMeta && name === "title" && title === undefined;
    },
    close(name) {
      if (name === "meta") isMeta = false;
      inTitle = false;
    },
    text(value) {
      if (inTitle) title = (title ?? "") + value;
    },
  });
  return title ?? "";
}
