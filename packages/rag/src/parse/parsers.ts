import type { Parser } from "./parser.ts";

export type DocumentKind =
  | "pdf"
  | "docx"
  | "pptx"
  | "xlsx"
  | "epub"
  | "openDocument"
  | "html"
  | "xml"
  | "markdown"
  | "delimited"
  | "transcript"
  | "json"
  | "rtf"
  | "email"
  | "text";

/** One parser a kind, loaded when first needed: a process that reads text never loads PDF code. */
export const parsers: Record<DocumentKind, () => Promise<Parser>> = {
  pdf: async () => (await import("./pdf/parse-pdf.ts")).parsePdf,
  docx: async () => (await import("./office/parse-docx.ts")).parseDocx,
  pptx: async () => (await import("./office/parse-pptx.ts")).parsePptx,
  xlsx: async () => (await import("./office/parse-xlsx.ts")).parseXlsx,
  epub: async () => (await import("./epub/parse-epub.ts")).parseEpub,
  openDocument: async () =>
    (await import("./open-document/parse-open-document.ts")).parseOpenDocument,
  html: async () => (await import("./html/parse-html.ts")).parseHtml,
  xml: async () => (await import("./xml/parse-xml.ts")).parseXml,
  markdown: async () => (await import("./text/parse-markdown.ts")).parseMarkdown,
  delimited: async () => (await import("./text/parse-delimited.ts")).parseDelimited,
  transcript: async () => (await import("./transcript/parse-transcript.ts")).parseTranscript,
  json: async () => (await import("./json/parse-json.ts")).parseJson,
  rtf: async () => (await import("./rtf/parse-rtf.ts")).parseRtf,
  email: async () => (await import("./email/parse-email.ts")).parseEmail,
  text: async () => (await import("./text/parse-plain-text.ts")).parsePlainText,
};
