import { normalizeLine } from "../normalize-text.ts";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";

/** A line of a book's contents. */
export interface ContentsEntry {
  href: string;
  label: string;
  /** 1 for the outermost. */
  depth: number;
}

const LEVELS = new Set(["navPoint", "ol"]);

/** The table of contents of a book: that of EPUB 3, a page with lists of links, or that of EPUB 2 (NCX). */
export function readContents(xml = ""): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let depth = 0;
  let entry: ContentsEntry = { href: "", label: "", depth };
  let inLabel = false;
  scanXml(xml, {
    open(name, tag) {
      if (LEVELS.has(name)) depth += 1;
      if (name === "navLabel" || name === "a") {
        entry = { href: xmlAttribute(tag, "href") ?? "", label: "", depth };
        entries.push(entry);
        inLabel = true;
      } else if (name === "content") entry.href = xmlAttribute(tag, "src") ?? "";
    },
    close(name) {
      if (LEVELS.has(name)) depth -= 1;
      else if (name === "navLabel" || name === "a") inLabel = false;
    },
    text(value) {
      if (inLabel) entry.label += value;
    },
  });
  return entries.map((one) => ({ ...one, label: normalizeLine(one.label) }));
}
