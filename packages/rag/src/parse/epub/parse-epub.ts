import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addHtmlBlocks } from "../html/add-html-blocks.ts";
import { openPage } from "../html/open-page.ts";
import { partFolder } from "../office/part-relations.ts";
import { readZip, type Zip } from "../office/read-zip.ts";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import { SourceRejected } from "../source-rejected.ts";

/** An e-book (EPUB 2 or 3): the chapters of its spine in reading order. */
export function parseEpub(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  if (zip.names.includes("META-INF/rights.xml") || isEncrypted(zip)) {
    throw new SourceRejected("source.encrypted", "This book is copy-protected and cannot be read.");
  }
  const packagePath = rootFile(zip.readText("META-INF/container.xml"));
  const book = readPackage(zip.readText(packagePath));
  const builder = createDocumentBuilder();
  for (const href of book.chapters) {
    const chapter = zip.readText(partFolder(packagePath) + href.split("#")[0]);
    if (!chapter) continue;
    const page = openPage(chapter);
    for (const contents of page.querySelectorAll("nav")) contents.remove();
    addHtmlBlocks(builder, page.body, { keepsLandmarks: true });
  }
  return builder.finish({ title: book.title });
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

function readPackage(xml = ""): { title: string; chapters: string[] } {
  const hrefs = new Map<string, string>();
  const spine: string[] = [];
  let title = "";
  let inTitle = false;
  scanXml(xml, {
    open(name, tag) {
      inTitle = name === "title" && title === "";
      if (name === "item")
        hrefs.set(xmlAttribute(tag, "id") ?? "", xmlAttribute(tag, "href") ?? "");
      else if (name === "itemref") spine.push(xmlAttribute(tag, "idref") ?? "");
    },
    close() {
      inTitle = false;
    },
    text(value) {
      if (inTitle) title += value;
    },
  });
  return { title, chapters: spine.flatMap((id) => hrefs.get(id) ?? []) };
}
