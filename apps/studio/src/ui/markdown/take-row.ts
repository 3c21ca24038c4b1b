import { beginLeaf, depthAt, type Line, type Splitting } from "./begin-leaf.ts";
import type { ColumnAlign, Leaf } from "./leaf.ts";
import type { LineStart } from "./read-line.ts";
import { mayBecomeDelimiters, readDelimiters, splitCells } from "./split-cells.ts";

/** A line that begins with a bar: a row, what makes the line before it a head, or a paragraph. */
export function takeRow(splitting: Splitting, line: Line, begun: LineStart): void {
  const { candidate, columns, path } = splitting;
  const delimiters = candidate && !begun.item && readColumns(splitting, candidate.line, line);
  if (candidate && delimiters) {
    makeHead(splitting, candidate.leaf, delimiters);
    return;
  }
  const isRow = columns && !begun.item && depthAt(path, begun.indent) === path.length;
  beginLeaf(splitting, line, isRow ? begun : { ...begun, kind: "paragraph" });
  if (isRow) return;
  const leaf = splitting.leaves.at(-1) as Leaf;
  Object.assign(splitting, { candidate: { leaf, line: line.text }, columns: null });
}

function readColumns(
  { growsAt }: Splitting,
  head: string,
  line: Line,
): readonly ColumnAlign[] | null {
  if (line.start + line.text.length === growsAt && mayBecomeDelimiters(line.text)) return [];
  const columns = readDelimiters(line.text);
  const width = splitCells(head.slice(head.indexOf("|"))).length;
  return columns?.length === width ? columns : null;
}

export function makeHead(splitting: Splitting, leaf: Leaf, columns: readonly ColumnAlign[]): void {
  Object.assign(leaf, { kind: "head", columns });
  Object.assign(splitting, { open: null, candidate: null, columns });
}
