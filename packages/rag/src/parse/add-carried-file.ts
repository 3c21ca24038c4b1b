import type { ParsedDocument } from "./document.ts";
import type { DocumentBuilder } from "./document-builder.ts";
import { normalizeLine } from "./normalize-text.ts";
import type { ParseNested } from "./parser.ts";
import { SourceRejected } from "./source-rejected.ts";

/** Of the files that one file carries; others are named only. */
export const MOST_CARRIED = 20;
const MOST_BYTES = 30_000_000;
const HEADING_LEVEL = 2;

export interface CarriedFile {
  /** As people see it. */
  title: string;
  fileName: string;
  /** Left out where the file is to be named only. */
  bytes?: Uint8Array;
}

/** Names a file that another one carries, and adds its text, if it is of a kind we read, under that heading. */
export async function addCarriedFile(
  builder: DocumentBuilder,
  { title, fileName, bytes }: CarriedFile,
  parseNested: ParseNested,
): Promise<void> {
  const heading = `Attachment: ${normalizeLine(title)}`;
  builder.add({ kind: "heading", level: HEADING_LEVEL }, heading);
  if (!bytes || bytes.length === 0 || bytes.length > MOST_BYTES) return;
  const document = await readFile(parseNested, { bytes, fileName });
  if (document) addDocument(builder, document);
}

/** Undefined where it cannot be read: what carries it is still worth having. */
async function readFile(
  parseNested: ParseNested,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<ParsedDocument | undefined> {
  try {
    return await parseNested(bytes, { fileName });
  } catch (error) {
    if (error instanceof SourceRejected) return undefined;
    throw error;
  }
}

/** Its pages and boxes mean nothing in what carries it, so they are left out. */
function addDocument(builder: DocumentBuilder, { text, blocks }: ParsedDocument): void {
  let previousEnd = 0;
  for (const { start, end, page: _page, box: _box, ...fields } of blocks) {
    const between = text.slice(previousEnd, start);
    const runsOn = start > 0 && !between.includes("\n");
    const level = fields.level && { level: Math.min(6, fields.level + HEADING_LEVEL) };
    const joint = between === "" ? "abuts" : "continues";
    builder.add({ ...fields, ...level }, text.slice(start, end), runsOn ? joint : undefined);
    previousEnd = end;
  }
}
