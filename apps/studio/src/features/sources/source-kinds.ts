import type { Source } from "@understudy/core/source/contract";

const MEDIA_TYPES: Record<string, string> = {
  "application/pdf": "PDF",
  "text/html": "HTML",
  "text/markdown": "Markdown",
  "text/plain": "Text",
  "text/csv": "CSV",
  "application/json": "JSON",
  "application/xml": "XML",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/epub+zip": "EPUB",
  "application/vnd.oasis.opendocument.text": "OpenDocument text",
  "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument sheet",
  "application/vnd.oasis.opendocument.presentation": "OpenDocument slides",
  "application/rtf": "RTF",
  "text/rtf": "RTF",
  "application/zip": "ZIP",
  "application/x-ipynb+json": "Notebook",
  "message/rfc822": "E-mail",
  "application/mbox": "E-mail",
  "application/x-subrip": "Transcript",
  "text/vtt": "Transcript",
};

const KINDS: Record<Source["kind"], string> = {
  file: "File",
  url: "Page",
  sitemap: "Site",
  youtube: "Video",
  note: "Note",
  qna: "Q&A",
  belief: "Belief",
};

export function kindOf({ kind, mediaType }: Pick<Source, "kind" | "mediaType">): string {
  if (kind !== "file" || !mediaType) return KINDS[kind];
  return MEDIA_TYPES[mediaType.split(";")[0]?.trim() ?? ""] ?? KINDS.file;
}

/** An archive's members are replaced one by one. */
export function isReplaceable({ kind, pages, status }: Source): boolean {
  return kind === "file" && pages === null && status !== "processing";
}

export function isFromWeb({ kind }: Source): boolean {
  return kind === "url" || kind === "sitemap" || kind === "youtube";
}
