import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import type { ParseNested, ParseOptions } from "../parser.ts";
import { SourceRejected } from "../source-rejected.ts";
import { addPdfAttachments } from "./add-pdf-attachments.ts";
import { addPdfBlocks } from "./add-pdf-blocks.ts";
import { readBookmarks } from "./bookmarks.ts";
import { dropRunningHeads } from "./drop-running-heads.ts";
import { openPdf, type Pdf } from "./open-pdf.ts";
import { findPicturePages } from "./picture-pages.ts";
import { readPageLines } from "./read-page-lines.ts";
import { requireText, withoutText } from "./require-text.ts";

/** A PDF's text in reading order with its pages, headings, paragraphs and tables, and what it carries. */
export async function parsePdf(
  bytes: Uint8Array,
  options: ParseOptions,
  parseNested?: ParseNested,
): Promise<ParsedDocument> {
  const pdf = await openPdf(bytes, options.password);
  try {
    return await readPdf(pdf, bytes, parseNested);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPdf(
  pdf: Pdf,
  file: Uint8Array,
  parseNested?: ParseNested,
): Promise<ParsedDocument> {
  if (pdf.numPages > MOST_PAGES) throw tooManyPages(pdf.numPages);
  const hasFields = await mayHaveFields(pdf, file);
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await readPageLines(pdf, number, hasFields));
  const bare = requireText(pages, file);
  const builder = createDocumentBuilder();
  addPdfBlocks(builder, dropRunningHeads(pages), await readBookmarks(pdf));
  const { info } = await pdf.getMetadata();
  const own = builder.finish({ title: usableTitle(info), pageCount: pdf.numPages });
  const carries = parseNested !== undefined && (await addPdfAttachments(builder, pdf, parseNested));
  // No heading of a file that it carries is its title.
  const { title: _, ...whole } = carries ? builder.finish({ pageCount: pdf.numPages }) : own;
  const document = { ...whole, ...(own.title && { title: own.title }) };
  const picturePages = await findPicturePages(pdf, bare);
  // A stamp or a number on each of them is no text; labels have few words too, and no large pictures.
  if (picturePages.length === pdf.numPages) throw withoutText("These pages");
  return { ...document, ...(picturePages.length > 0 && { picturePages }) };
}

/** Annotations take as long to read as text does, and most files have none but links. */
async function mayHaveFields(pdf: Pdf, file: Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return bytes.includes("/FreeText") || (await pdf.getFieldObjects()) !== null;
}

// What a parser reads within its time, so that nobody waits behind it for nothing.
const MOST_PAGES = 20_000;

function tooManyPages(count: number): SourceRejected {
  const advice = `This PDF has ${count} pages. Split it into files of at most ${MOST_PAGES}.`;
  return new SourceRejected("source.too_large", advice);
}

// Programs write their own file names into the title when the author gave none.
const ACCIDENTAL_TITLE =
  /^(?:untitled|anonymous|\(anonymous\)|unknown|none|document\d*|microsoft word|about:|file:|https?:|powerpoint|slide \d)|\.(?:docx?|pdf|tex|dvi|indd|qxd|pptx?|rtf|txt|p65)$|^.{0,2}$/i;

function usableTitle(info: object): string | undefined {
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
  return title === "" || ACCIDENTAL_TITLE.test(title) ? undefined : title;
}
