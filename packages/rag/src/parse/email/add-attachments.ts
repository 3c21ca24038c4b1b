import type { Attachment, Email } from "postal-mime";
import type { ParsedDocument } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { normalizeLine } from "../normalize-text.ts";
import type { ParseNested } from "../parser.ts";
import { SourceRejected } from "../source-rejected.ts";

const MOST_READ = 20;
const MOST_BYTES = 30_000_000;
const HEADING_LEVEL = 2;

/** Names each attachment, and adds the text of those of a kind we read under a heading with its name. */
export async function addAttachments(
  builder: DocumentBuilder,
  { attachments }: Email,
  parseNested: ParseNested,
): Promise<void> {
  const named = attachments.filter((attachment) => !isPictureInText(attachment));
  for (const [index, attachment] of named.entries()) {
    const { filename, mimeType, content } = attachment;
    const isMessage = mimeType === "message/rfc822";
    const name = filename ?? (isMessage ? "forwarded message" : mimeType);
    const title = `Attachment: ${normalizeLine(name)}`;
    builder.add({ kind: "heading", level: HEADING_LEVEL }, title);
    const bytes = Buffer.from(content as ArrayBuffer);
    if (index >= MOST_READ || bytes.length === 0 || bytes.length > MOST_BYTES) continue;
    const fileName = isMessage ? "message.eml" : (filename ?? "");
    const document = await readAttachment(parseNested, { bytes, fileName });
    if (document) addDocument(builder, document);
  }
}

/** A logo or a smiley that the text shows where it stands. */
function isPictureInText({ mimeType, related, contentId, disposition }: Attachment): boolean {
  const isInline = related || (contentId !== undefined && disposition !== "attachment");
  return isInline && mimeType.startsWith("image/");
}

/** Undefined where it cannot be read: the message is still worth having. */
async function readAttachment(
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

/** Pages and boxes of an attachment mean nothing in the message, so they are left out. */
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
