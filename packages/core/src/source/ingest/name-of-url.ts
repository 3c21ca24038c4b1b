const EXTENSIONS: Record<string, string> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/markdown": "md",
  "text/csv": "csv",
  "text/tab-separated-values": "tsv",
  "text/vtt": "vtt",
  "application/json": "json",
  "application/pdf": "pdf",
};
const MAX_CHARACTERS = 200;

/** A file's name for a page; its ending tells kinds of text apart that begin alike. */
export function nameOfUrl(url: string, mediaType: string): string {
  const segment = new URL(url).pathname.split("/").at(-1) ?? "";
  const stem = segment.replace(/[^\w.-]+/g, "-").slice(-MAX_CHARACTERS) || "page";
  const extension = EXTENSIONS[mediaType];
  if (!extension || stem.toLowerCase().endsWith(`.${extension}`)) return stem;
  return `${stem}.${extension}`;
}
