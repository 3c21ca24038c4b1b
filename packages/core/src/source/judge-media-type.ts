import { startsPdf } from "@understudy/rag/parse/starts-pdf";

export const HEAD_BYTES = 1_024;

const ZIPPED: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  epub: "application/epub+zip",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
};
const TEXTS: Record<string, string> = {
  csv: "text/csv",
  eml: "message/rfc822",
  ipynb: "application/x-ipynb+json",
  json: "application/json",
  md: "text/markdown",
  markdown: "text/markdown",
  mbox: "application/mbox",
  rtf: "application/rtf",
  srt: "application/x-subrip",
  tsv: "text/tab-separated-values",
  vtt: "text/vtt",
  xml: "application/xml",
};
const MARKUP = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;

/** What a file is, from how it begins; its name only tells kinds apart that begin alike. */
export function judgeMediaType(head: Uint8Array, fileName: string): string {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1");
  const extension = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  if (startsPdf(start)) return "application/pdf";
  if (/^PK(?:\x03\x04|\x05\x06)/.test(start)) return ZIPPED[extension] ?? "application/zip";
  if (!looksLikeText(start)) return "application/octet-stream";
  if (MARKUP.test(start)) return "text/html";
  return TEXTS[extension] ?? "text/plain";
}

/** Byte order marks of UTF-16 say text; other control bytes say that it is none. */
function looksLikeText(start: string): boolean {
  if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF")) return true;
  return !/[\x00-\x08\x0E-\x1A\x1C-\x1F]/.test(start);
}
