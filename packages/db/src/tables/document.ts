/** Where a passage stands: `start` and `end` are UTF-16 offsets into the text as understood. */
export interface Locator {
  start: number;
  end: number;
  page?: number;
  pageEnd?: number;
  box?: readonly [number, number, number, number];
  headings?: string[];
  sheet?: string;
  row?: number;
  startSeconds?: number;
  endSeconds?: number;
  speaker?: string;
}

export interface Block extends Omit<Locator, "pageEnd" | "headings"> {
  kind: "heading" | "paragraph" | "list_item" | "table" | "code" | "quote";
  level?: number;
}

/** What a parser understood of a source version. */
export interface StoredDocument {
  title?: string;
  text: string;
  blocks: Block[];
  pageCount?: number;
  /** Pages that hold nothing but pictures, so that nothing of them was read. */
  picturePages?: number[];
}
