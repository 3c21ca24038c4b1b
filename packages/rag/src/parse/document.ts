/** A rectangle on a page, in points from the page's top left corner: `[x, y, width, height]`. */
export type Box = readonly [number, number, number, number];

/** Where a passage stands. `start` and `end` are UTF-16 offsets into the source's text as understood. */
export interface Locator {
  start: number;
  end: number;
  /** First and last page, counted from 1. */
  page?: number;
  pageEnd?: number;
  box?: Box;
  /** The headings above the passage, outermost first. */
  headings?: string[];
  sheet?: string;
  /** First row of a table or sheet, counted from 1. */
  row?: number;
  startSeconds?: number;
  endSeconds?: number;
  speaker?: string;
}

export type BlockKind = "heading" | "paragraph" | "list_item" | "table" | "code" | "quote";

/** A structural unit of a document; `text.slice(start, end)` is its content. Blocks are in reading order and do not overlap. */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** Of a heading: 1 (outermost) to 6. */
  level?: number;
  page?: number;
  box?: Box;
  sheet?: string;
  row?: number;
  startSeconds?: number;
  endSeconds?: number;
  speaker?: string;
}

/** What every parser yields: one NFC text without control characters, and its structure. */
export interface ParsedDocument {
  title?: string;
  /** What a web page says its own address is, as it stands there: neither resolved nor believed. */
  canonicalUrl?: string;
  text: string;
  blocks: Block[];
  pageCount?: number;
  /** Pages that hold nothing but pictures, so that nothing of them was read. */
  picturePages?: number[];
}
