import PostalMime, { type Email } from "postal-mime";
import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { wideEncoding } from "../encoding/wide-encoding.ts";
import type { ParseNested, ParseOptions } from "../parser.ts";
import { addAttachments } from "./add-attachments.ts";
import { addMessage } from "./add-message.ts";
import { refuseLocked } from "./refuse-locked.ts";
import { splitMailbox } from "./split-mailbox.ts";
import { holdFlowed } from "./unflow.ts";

const MARK = /^(?:\xFF\xFE|\xFE\xFF|\xEF\xBB\xBF)/;

/** A message is bytes of ASCII with others in between: one that was saved as UTF-16, or with a mark, is put back. */
function inBytes(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 3)).toString("latin1");
  const isText = MARK.test(start) || wideEncoding(bytes) !== undefined;
  return isText ? Buffer.from(decodeText(bytes).replace(/^\uFEFF/, "")) : bytes;
}

// Messages carried by a message are attachments like others.
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 1_048_576, forceRfc822Attachments: true };

const PAGE = { fileName: "page.html" };

/** What browsers save a page with its pictures as (MHTML) is a message by its form alone. */
function isSavedPage({ headers, html }: Email): boolean {
  return html !== undefined && headers.some(({ key }) => key === "snapshot-content-location");
}

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
  const sources = splitMailbox(inBytes(bytes));
  let subject: string | undefined;
  for (const written of sources) {
    const { source, unflow } = holdFlowed(written);
    const message = await PostalMime.parse(source, LIMITS);
    if (sources.length === 1) refuseLocked(message);
    if (isSavedPage(message)) return parseNested(Buffer.from(message.html ?? ""), PAGE);
    subject ??= message.subject;
    addMessage(builder, message, unflow);
    await addAttachments(builder, message, parseNested);
  }
  return builder.finish({ title: sources.length === 1 ? subject : undefined });
}
