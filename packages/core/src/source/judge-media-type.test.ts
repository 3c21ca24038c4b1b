import { expect, it } from "vitest";
import { judgeMediaType } from "./judge-media-type.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

it.each([
  ["a PDF", "%PDF-1.7\n", "a.pdf", "application/pdf"],
  ["a PDF after rubbish, named otherwise", "\n\nxx%PDF-1.4", "notes.txt", "application/pdf"],
  [
    "a page that quotes a PDF's header",
    "# PDF\n\nIt begins with %PDF-1.7 and",
    "a.md",
    "text/markdown",
  ],
  ["an empty archive", "PK\x05\x06\x00\x00", "a.zip", "application/zip"],
  ["HTML named .pdf", "<!DOCTYPE html><html>", "a.pdf", "text/html"],
  ["HTML behind a comment", "<!-- saved --> <html>", "page", "text/html"],
  ["a program named .docx", "MZ\x90\x00\x03", "a.docx", "application/octet-stream"],
  [
    "Word",
    "PK\x03\x04\x14\x00",
    "A.DOCX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  ["an archive of no known kind", "PK\x03\x04\x14\x00", "a.jar", "application/zip"],
  ["Markdown", "# Title", "readme.md", "text/markdown"],
  ["a notebook", '{"nbformat": 4}', "a.ipynb", "application/x-ipynb+json"],
  ["text without extension", "plain words", "README", "text/plain"],
  ["text that mentions html", "The <html> element", "a.txt", "text/plain"],
  ["UTF-16 text", "\xFF\xFEa\x00b\x00", "a.txt", "text/plain"],
])("judges %s by its bytes", (_, start, name, type) => {
  expect(judgeMediaType(bytes(start), name)).toBe(type);
});
