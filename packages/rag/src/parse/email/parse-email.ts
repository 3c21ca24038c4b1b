import PostalMime from "postal-mime";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import type { ParseNested, ParseOptions } from "../parser.ts";
import { addAttachments } from "./add-attachments.ts";
import { addMessage } from "./add-message.ts";
import { splitMailbox } from "./split-mailbox.ts";

// Messages carried by a message are attachments like others.
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1_048_576, forceRfc822Attachments: true };

/**
 * An e-mail (RFC 5322, MIME), or a mailbox of them (mbox): each with its subject as heading, who wrote
 * to whom and when, its text with quotations marked, and what its attachments say.
 */
export async function parseEmail(
  bytes: Uint8Array,
  _options: ParseOptions,
  parseNested: ParseNested,
): Promise<ParsedDocument> {
  const builder = createDocumentBuilder();
  const sources = splitMailbox(bytes);
  let subject: string | undefined;
  for (const source of sources) {
    const message = await PostalMime.parse(source, LIMITS);
    subject ??= message.subject;
    addMessage(builder, message);
    await addAttachments(builder, message, parseNested);
  }
  return builder.finish({ title: sources.length === 1 ? subject : undefined });
}
