import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addHtmlBlocks } from "../html/add-html-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { partFolder } from "../office/part-relations.ts";
import { readZip, type Zip } from "../office/read-zip.ts";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import { SourceRejected } from "../source-rejected.ts";
import { markHeadings } from "./mark-headings.ts";
import { readContents } from "./read-contents.ts";

/** An e-book (EPUB 2 or 3): the chapters of its spine in reading order. */
export function parseEpub(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  if (zip.names.includes("META-INF/rights.xml") || isEncrypted(zip)) {
    throw new SourceRejected(
      "source.unsupported",
      "This book is copy-protected and cannot be read.",
    );
  }
  const packagePath = rootFile(zip.readText("META-INF/container.xml"));
  const book = readPackage(zip.readText(packagePath));
  const builder = createDocumentBuilder();
  const contents = Map.groupBy(readBookContents(zip, packagePath, book), ({ part }) => part);
  for (const href of book.chapters) {
    const part = partName(packagePath, href);
    const chapter = zip.readText(part);
    if (!chapter) continue;
    const page = openPage(chapter);
    markHeadings(page, contents.get(part) ?? []);
    for (const contents of page.querySelectorAll("nav")) contents.remove();
    addHtmlBlocks(builder, page.body, { keepsLandmarks: true });
  }
  return builder.finish({ title: book.title });
}

/** Where a link of a part leads; names may be escaped as in an address. */
function partName(from: string, href: string): string {
  const { pathname } = new URL(href, `zip:/${partFolder(from)}`);
  return decodeURIComponent(pathname.replace(/%(?![\da-f]{2})/gi, "%25")).slice(1);
}

function readBookContents(zip: Zip, packagePath: string, { contents }: Book) {
  if (contents === undefined) return [];
  const path = partName(packagePath, contents);
  return readContents(zip.readText(path)).map((entry) => ({
    ...entry,
    part: partName(path, entry.href),
  }));
}

// Fonts are scrambled by these in books that are free to read.
const OF_FONTS = /\/2008\/embedding$|pdf\/enc#RC$/;

function isEncrypted(zip: Zip): boolean {
  let found = false;
  scanXml(zip.readText("META-INF/encryption.xml") ?? "", {
    open(name, tag) {
      if (name !== "EncryptionMethod") return;
      found ||= !OF_FONTS.test(xmlAttribute(tag, "Algorithm") ?? "");
    },
    close() {},
  });
  return found;
}

function rootFile(container = ""): string {
  let path = "";
  scanXml(container, {
    open(name, tag) {
      if (name === "rootfile" && path === "") path = xmlAttribute(tag, "full-path") ?? "";
    },
    close() {},
  });
  return path;
}

interface Book {
  title: string;
  chapters: string[];
  /** Where its table of contents is. */
  contents?: string;
}

function readPackage(xml = ""): Book {
  let contents: string | undefined;
  const hrefs = new Map<string, string>();
  const spine: string[] = [];
  let title = "";
  let inTitle = false;
  scanXml(xml, {
    open(name, tag) {
      inTitle = name === "title" && title === "";
      const href = name === "item" ? (xmlAttribute(tag, "href") ?? "") : undefined;
      if (href !== undefined) {
        hrefs.set(xmlAttribute(tag, "id") ?? "", href);
        if (/\bnav\b/.test(xmlAttribute(tag, "properties") ?? "")) contents = href;
        else if (/dtbncx/.test(xmlAttribute(tag, "media-type") ?? "")) contents ??= href;
      } else if (name === "itemref") spine.push(xmlAttribute(tag, "idref") ?? "");
    },
    close() {
      inTitle = false;
    },
    text(value) {
      if (inTitle) title += value;
    },
  });
  const chapters = spine.flatMap((id) => hrefs.get(id) ?? []);
  return { title, chapters, ...(contents !== undefined && { contents }) };
}
