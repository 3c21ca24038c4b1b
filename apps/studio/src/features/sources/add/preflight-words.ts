import { formatBytes } from "#lib/format-bytes.ts";
import { countOf } from "#lib/format-count.ts";
import { kindOf } from "../source-kinds.ts";
import type { PreflightItem } from "./preflight-item.ts";

/** "HTML · 84 kB · about 3 s"; of a site, how many pages it says it has. */
export function preflightWords(item: PreflightItem): string {
  const { kind, mediaType, byteSize, pageCount, durationSeconds, estimatedSeconds } = item;
  const isSite = kind === "sitemap";
  return [
    isSite && pageCount === null && "No sitemap: pages are found by their links",
    isSite && pageCount !== null && `${countOf(pageCount, "page")} in its sitemap`,
    !isSite && mediaType && kindOf({ kind: "file", mediaType }),
    !isSite && byteSize !== null && formatBytes(byteSize),
    durationSeconds !== null && `${lengthWords(durationSeconds)} long`,
    estimatedSeconds !== null && `about ${lengthWords(estimatedSeconds)} to take in`,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** "45 s", "12 min", "1 h 5 min" */
export function lengthWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0
    ? `${minutes / 60} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
