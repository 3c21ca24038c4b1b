/** UTF-16 offsets into the whole text. */
export interface Range {
  start: number;
  end: number;
}

export interface ListMarker {
  ordered: boolean;
  number: number;
}

export type ColumnAlign = "left" | "center" | "right" | null;

/** A block without blocks of its own, with the list items it stands in. */
export interface Leaf {
  kind: "paragraph" | "heading" | "quote" | "code" | "rule" | "head" | "row";
  /** Where its first line starts. */
  start: number;
  /** Where the next leaf starts, or the text ends. */
  end: number;
  /** What of the text it shows: its lines without what marks them. */
  ranges: Range[];
  /** The indents of the list items that were open before its first line. */
  before: readonly number[];
  /** How many list items it stands in. */
  depth: number;
  /** Set on the leaf that begins a list item. */
  item: ListMarker | null;
  /** Of the table whose head or row it is; null for all else. */
  columns: readonly ColumnAlign[] | null;
}
