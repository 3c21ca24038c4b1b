import type { Source } from "@understudy/core/source/contract";
import type { Block } from "./block.ts";

/** How an original is shown: its pages, its rows, what was said when, or its text set for reading. */
export type OriginalKind = "pdf" | "sheet" | "transcript" | "reading";

const SHEETS =
  /^(?:text\/(?:csv|tab-separated-values)|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)/;

export function originalKind({ mediaType }: Source, blocks: readonly Block[]): OriginalKind {
  if (mediaType?.startsWith("application/pdf")) return "pdf";
  if (mediaType && SHEETS.test(mediaType)) return "sheet";
  return blocks.some(({ startSeconds }) => startSeconds !== undefined) ? "transcript" : "reading";
}
