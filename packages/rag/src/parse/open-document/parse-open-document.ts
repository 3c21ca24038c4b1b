import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { readMath } from "../formula/read-math.ts";
import { fileLocked } from "../locked/file-locked.ts";
import { openPart, readLocks } from "../locked/open-document-key.ts";
import { readZip } from "../office/read-zip.ts";
import { scanXml } from "../office/scan-xml.ts";
import type { ParseOptions } from "../parser.ts";
import { addOpenDocumentBlocks, type ReadFormula } from "./add-open-document-blocks.ts";
import { readOpenDocumentStyles } from "./open-document-styles.ts";

/**
 * A text, spreadsheet or presentation in the OpenDocument format (ISO/IEC 26300), as an archive or as one
 * XML file. What was deleted, comments, contents and hidden sheets and slides are left out.
 */
export function parseOpenDocument(bytes: Uint8Array, options?: ParseOptions): ParsedDocument {
  const { content, styles, meta, readFormula } = readParts(bytes, options?.password);
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

function readParts(bytes: Uint8Array, password?: string): Parts {
  if (bytes[0] !== 0x50) {
    const xml = decodeText(bytes);
    return { content: xml, styles: "", meta: xml, readFormula: () => "" };
  }
  const zip = readZip(bytes);
  const locks = readLocks(zip.readText("META-INF/manifest.xml") ?? "");
  if (locks.size > 0 && !password) throw fileLocked();
  const read = (name: string) => {
    const part = zip.readBytes(name);
    const lock = locks.get(name);
    return part && decodeText(lock && password ? openPart(part, lock, password) : part);
  };
  const content = read("content.xml");
  if (content === undefined) throw new Error("The archive has no content.");
  const part = (name: string) => read(name) ?? "";
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
