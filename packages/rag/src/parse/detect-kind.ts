import { decodeText } from "./decode-text.ts";
import { isKorean } from "./encoding/decode-shifted.ts";
import { wideEncoding } from "./encoding/wide-encoding.ts";
import { fileLocked } from "./locked/file-locked.ts";
import { listZipEntries } from "./office/list-zip-entries.ts";
import { zipKind } from "./office/zip-kind.ts";
import type { DocumentKind } from "./parsers.ts";
import { SourceRejected } from "./source-rejected.ts";
import { startsPdf } from "./starts-pdf.ts";
import { isSubtitleScript } from "./transcript/read-subtitle-script.ts";

const HEAD_BYTES = 4_096;

/** Decides what a file is by its content alone; its name only chooses between kinds of text. */
export function detectKind(bytes: Uint8Array, fileName: string): DocumentKind {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  if (startsPdf(head)) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return requireDocument(bytes);
  if (isCompound(bytes)) throw compoundRejection(bytes);
  if (ARCHIVE_MAGIC.test(head)) throw archiveUnsupported();
  if (isBinary(bytes, head)) throw unsupported();
  return textKind(decodeText(bytes.subarray(0, HEAD_BYTES * 4)), fileName);
}

function requireDocument(bytes: Uint8Array): DocumentKind {
  const kind = zipKind(listZipEntries(bytes).map(({ name }) => name));
  if (!kind) throw unsupported();
  return kind;
}

const COMPOUND = Buffer.from("d0cf11e0a1b11ae1", "hex");

function hasStream(bytes: Uint8Array, name: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.includes(Buffer.from(name, "utf16le"));
}

/** A DOCX, PPTX or XLSX with a password. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  return isCompound(bytes) && hasStream(bytes, "EncryptedPackage");
}

function isCompound(bytes: Uint8Array): boolean {
  return COMPOUND.equals(bytes.subarray(0, COMPOUND.length));
}

/** Office keeps an encrypted DOCX, PPTX or XLSX in the container of its older formats, Outlook a message. */
function compoundRejection(bytes: Uint8Array): SourceRejected {
  if (isLockedOffice(bytes)) return fileLocked();
  if (hasStream(bytes, "__substg1.0_")) {
    const advice = "Messages in Outlook's own format cannot be read. Save it as EML or PDF.";
    return new SourceRejected("source.unsupported", advice);
  }
  return new SourceRejected(
    "source.unsupported",
    "Old Office files cannot be read. Save it as DOCX or PDF.",
  );
}

const BINARY_MAGIC =
  /^(?:MZ[\s\S]{0,200}PE\0\0|MZ\x90|\x7FELF|\x89PNG|\xFF\xD8\xFF|GIF8|RIFF|OggS|ID3|\x00\x00\x00.ftyp|\xCA\xFE\xBA\xBE|SQLite format 3|wOF)/;

const ARCHIVE_MAGIC = /^(?:\x1F\x8B|BZh|\xFD7zXZ|7z\xBC\xAF|Rar!|[\s\S]{257}ustar)/;

function isBinary(bytes: Uint8Array, head: string): boolean {
  if (BINARY_MAGIC.test(head)) return true;
  const isWide = /^(?:\xFF\xFE|\xFE\xFF)/.test(head) || wideEncoding(bytes) !== undefined;
  return !isWide && !isKorean(head) && hasManyControls(head);
}

function hasManyControls(head: string): boolean {
  const controls = head.match(/[\x01-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  const zeros = head.match(/\0/g)?.length ?? 0;
  return controls > head.length * 0.02 || zeros > head.length * 0.1;
}

const HTML_OPENING =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|div|p|h[1-6]|table|article|main|section|span|a|ul|ol|img|br|b|iframe)\b/i;

const XML_OPENING =
  /^\s*(?:<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<[\w!]|<(?:tt|timedtext|transcript|rss|feed)\b)/;

const TIMED_OPENING =
  /^\s*(?:\d+\s*\n)?(?:\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3}(?:\s*-->\s*|,)(?:\d{1,2}:)?\d{1,2}:\d{2}[,.]\d{1,3}\b/;
const JSON_OPENING = /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]]|-?\d))/;

const MAIL_HEADER =
  /^(?:return-path|received|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to|sender|x-[\w-]+|dkim-signature|content-type|authentication-results|arc-[\w-]+):/i;
const FEWEST_MAIL_HEADERS = 3;

/** Header lines alone down to the first empty line, some of which only mail has. */
function opensMail(text: string): boolean {
  const [head = ""] = text.replace(/^From .*\r?\n/, "").split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  if (lines.some((line, index) => index < lines.length - 1 && !/^[\w-]+:/.test(line))) return false;
  return lines.filter((line) => MAIL_HEADER.test(line)).length >= FEWEST_MAIL_HEADERS;
}

function textKind(opening: string, fileName: string): DocumentKind {
  const text = opening.replace(/^\uFEFF/, "");
  if (HTML_OPENING.test(text)) return "html";
  if (/^\s*(?:<\?xml[^>]*>\s*)?<office:document\b/.test(text)) return "openDocument";
  if (XML_OPENING.test(text)) return "xml";
  if (text.startsWith("WEBVTT") || TIMED_OPENING.test(text) || isSubtitleScript(text))
    return "transcript";
  if (text.startsWith("{\\rtf")) return "rtf";
  if (opensMail(text)) return "email";
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (/^x?html?$/.test(extension) && /<[a-z][^>]*>/i.test(text)) return "html";
  if (/^(?:md|markdown|mdx)$/.test(extension)) return "markdown";
  if (/^(?:csv|tsv)$/.test(extension)) return "delimited";
  if (/^(?:eml|mbox|mbx)$/.test(extension)) return "email";
  if (JSON_OPENING.test(text) && extension !== "txt") return "json";
  return "text";
}

function unsupported(): SourceRejected {
  const advice = "This kind of file cannot be read. Save it as PDF, DOCX, HTML or text.";
  return new SourceRejected("source.unsupported", advice);
}

function archiveUnsupported(): SourceRejected {
  const advice = "Archives of this kind cannot be opened. Unpack it, or pack its files as ZIP.";
  return new SourceRejected("source.unsupported", advice);
}
