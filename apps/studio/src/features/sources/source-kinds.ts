import type { Source } from "@understudy/core/source/contract";

const MEDIA_TYPES: Record<string, string> = {
  "application/pdf": "PDF",
  "text/html": "HTML",
  "text/markdown": "Markdown",
  "text/plain": "Text",
  "text/csv": "CSV",
  "application/json": "JSON",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
};

const KINDS: Record<Source["kind"], string> = {
  file: "File",
  url: "Page",
  sitemap: "Sitemap",
  youtube: "Video",
  note: "Note",
  qna: "Q&A",
};

export function kindOf({ kind, mediaType }: Pick<Source, "kind" | "mediaType">): string {
  if (kind !== "file" || !mediaType) return KINDS[kind];
  return MEDIA_TYPES[mediaType.split(";")[0]?.trim() ?? ""] ?? KINDS.file;
}
