import type { Block } from "../parse/document.ts";

/** A stretch of a document under one heading, the heading's own block first. */
export interface Section {
  /** The headings above it and its own, outermost first. */
  path: string[];
  start: number;
  end: number;
  blocks: Block[];
}
