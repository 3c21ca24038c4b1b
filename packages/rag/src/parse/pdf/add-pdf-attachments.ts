import { addCarriedFile, MOST_CARRIED } from "../add-carried-file.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import type { ParseNested } from "../parser.ts";
import type { Pdf } from "./open-pdf.ts";

// The page once more, for programs: an electronic invoice.
const FOR_PROGRAMS = /^(?:factur-x|zugferd-invoice|xrechnung|order-x|cii|ubl)\.xml$/i;
const MOST_NAMED = 100;

/** Names the files that a PDF carries, and adds the text of those of a kind we read; false where there are none. */
export async function addPdfAttachments(
  builder: DocumentBuilder,
  pdf: Pdf,
  parseNested: ParseNested,
): Promise<boolean> {
  const attachments: ReadonlyMap<string, { filename: string }> | null = await pdf.getAttachments();
  const named = [...(attachments ?? [])].filter(([, file]) => !FOR_PROGRAMS.test(file.filename));
  for (const [index, [id, { filename }]] of named.slice(0, MOST_NAMED).entries()) {
    const content = index < MOST_CARRIED ? await pdf.getAttachmentContent(id) : undefined;
    const file = { title: filename, fileName: filename, ...(content && { bytes: content }) };
    await addCarriedFile(builder, file, parseNested);
  }
  return named.length > 0;
}
