import type { ColumnAlign, Leaf } from "./leaf.ts";
import type { LineStart } from "./read-line.ts";

export interface Line {
  start: number;
  /** Without its line feed. */
  text: string;
  /** Where the next one starts. */
  next: number;
}

export interface Splitting {
  leaves: Leaf[];
  /** The leaf that the next line may go on with. */
  open: Leaf | null;
  fence: { run: string; indent: number } | null;
  /** The indents of the list items that are open. */
  path: readonly number[];
  /** A line that is a table's head if delimiters follow. */
  candidate: { leaf: Leaf; line: string } | null;
  /** Of the table that the next line may be a row of. */
  columns: readonly ColumnAlign[] | null;
  /** Where the text ends that is still to grow, or null. */
  growsAt: number | null;
}

const ONE_LINE: ReadonlySet<Leaf["kind"]> = new Set(["heading", "rule", "row"]);
const MAX_DEPTH = 6;
/** So much further in than its marker, a line belongs to a list item; models often indent by two. */
const NESTED_BY = 2;

/** Begins a leaf with a line, in the list items that its indent leaves open. */
export function beginLeaf(
  splitting: Splitting,
  line: Line,
  { kind, indent, item, contentAt, fence }: LineStart,
) {
  const before = splitting.path;
  const outer = before.slice(0, depthAt(before, indent));
  const path = item ? [...outer.slice(0, MAX_DEPTH - 1), indent] : outer;
  const leaf: Leaf = {
    kind,
    start: line.start,
    end: line.next,
    ranges: kind === "code" ? [] : [{ start: line.start + contentAt, end: line.next }],
    before,
    depth: path.length,
    item,
    columns: kind === "row" ? splitting.columns : null,
  };
  splitting.leaves.push(leaf);
  splitting.path = path;
  splitting.open = ONE_LINE.has(kind) ? null : leaf;
  splitting.fence = fence === null ? null : { run: fence, indent };
}

/** How many of the open list items a line that is so far in stands in. */
export function depthAt(path: readonly number[], indent: number): number {
  return path.findLastIndex((marker) => indent >= marker + NESTED_BY) + 1;
}
