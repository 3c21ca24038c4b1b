import type { Source } from "@understudy/core/source/contract";
import { formatBytes } from "#lib/format-bytes.ts";
import { countOf } from "#lib/format-count.ts";
import { kindOf } from "./source-kinds.ts";

/** What a source is and how much of it there is: "PDF · 1.2 MB · 14 pages · 5,210 words". */
export function sourceFacts(source: Source): string {
  const { byteSize, pageCount, pages, wordCount } = source;
  if (pages) return kindOf(source);
  return [
    kindOf(source),
    byteSize !== null && formatBytes(byteSize),
    pageCount !== null && countOf(pageCount, "page"),
    wordCount !== null && countOf(wordCount, "word"),
  ]
    .filter(Boolean)
    .join(" · ");
}
