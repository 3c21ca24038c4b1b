import type { Parser } from "./parser.ts";

export type DocumentKind = "pdf" | "docx" | "html" | "markdown" | "delimited" | "text";

/** One parser a kind, loaded when first needed: a process that reads text never loads PDF code. */
export const parsers: Record<DocumentKind, () => Promise<Parser>> = {
  pdf: async () => (await import("./pdf/parse-pdf.ts")).parsePdf,
  docx: async () => (await import("./office/parse-docx.ts")).parseDocx,
  html: async () => (await import("./html/parse-html.ts")).parseHtml,
  markdown: async () => (await import("./text/parse-markdown.ts")).parseMarkdown,
  delimited: async () => (await import("./text/parse-delimited.ts")).parseDelimited,
  text: async () => (await import("./text/parse-plain-text.ts")).parsePlainText,
};
