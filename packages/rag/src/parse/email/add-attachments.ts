import type { Attachment, Email } from "postal-mime";
import { addCarriedFile, MOST_CARRIED } from "../add-carried-file.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import type { ParseNested } from "../parser.ts";

/** Names each attachment, and adds the text of those of a kind we read under a heading with its name. */
export async function addAttachments(
  builder: DocumentBuilder,
  { attachments }: Email,
  parseNested: ParseNested,
): Promise<void> {
  const named = attachments.filter((attachment) => !isPictureInText(attachment));
  for (const [index, { filename, mimeType, content }] of named.entries()) {
    const isMessage = mimeType === "message/rfc822";
    const file = {
      title: filename ?? (isMessage ? "forwarded message" : mimeType),
      fileName: isMessage ? "message.eml" : (filename ?? ""),
      ...(index < MOST_CARRIED && { bytes: Buffer.from(content as ArrayBuffer) }),
    };
    await addCarriedFile(builder, file, parseNested);
  }
}

/** A logo or a smiley that the text shows where it stands. */
function isPictureInText({ mimeType, related, contentId, disposition }: Attachment): boolean {
  const isInline = related || (contentId !== undefined && disposition !== "attachment");
  return isInline && mimeType.startsWith("image/");
}
