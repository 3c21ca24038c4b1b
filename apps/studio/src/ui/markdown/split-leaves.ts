import { beginLeaf, type Line, type Splitting } from "./begin-leaf.ts";
import type { ColumnAlign, Leaf } from "./leaf.ts";
import { closesFence, indentOf, type LineStart, readLine } from "./read-line.ts";
import { makeHead, takeRow } from "./take-row.ts";

/** Where an earlier reading is taken up again. */
export interface LeafPlace {
  from: number;
  path: readonly number[];
  columns: readonly ColumnAlign[] | null;
}

/** Cuts the text from a place on into leaves; while it grows, what may become a table is one. */
export function splitLeaves(
  text: string,
  { from, path, columns }: LeafPlace,
  { isGrowing }: { isGrowing: boolean },
): Leaf[] {
  const splitting: Splitting = {
    leaves: [],
    open: null,
    fence: null,
    path,
    candidate: null,
    columns,
    growsAt: isGrowing ? text.length : null,
  };
  for (const line of linesOf(text, from)) takeLine(splitting, line);
  const { leaves, candidate } = splitting;
  if (isGrowing && candidate) makeHead(splitting, candidate.leaf, []);
  for (const [index, leaf] of leaves.entries()) {
    leaf.end = leaves[index + 1]?.start ?? text.length;
  }
  return leaves;
}

function* linesOf(text: string, from: number): Generator<Line> {
  for (let start = from; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const next = feed < 0 ? text.length : feed + 1;
    yield { start, text: text.slice(start, end), next };
    start = next;
  }
}

function takeLine(splitting: Splitting, line: Line): void {
  if (splitting.fence) takeCode(splitting, splitting.fence, line);
  else if (line.text.trim() === "") {
    Object.assign(splitting, { open: null, candidate: null, columns: null });
  } else takeWords(splitting, line);
}

function takeWords(splitting: Splitting, line: Line): void {
  const begun = readLine(line.text);
  if (begun.kind === "row") takeRow(splitting, line, begun);
  else {
    Object.assign(splitting, { candidate: null, columns: null });
    takeOther(splitting, line, begun);
  }
}

function takeOther(splitting: Splitting, line: Line, begun: LineStart): void {
  if (goesOn(splitting, begun)) {
    const marked = begun.kind === "quote" ? begun.contentAt : 0;
    splitting.open?.ranges.push({ start: line.start + marked, end: line.next });
  } else beginLeaf(splitting, line, begun);
}

function takeCode(
  splitting: Splitting,
  { run, indent }: { run: string; indent: number },
  line: Line,
) {
  if (closesFence(line.text, run)) {
    splitting.fence = null;
    splitting.open = null;
    return;
  }
  const stripped = /\S/.test(line.text) ? Math.min(indent, indentOf(line.text)) : 0;
  splitting.open?.ranges.push({ start: line.start + stripped, end: line.next });
}

function goesOn({ open, path }: Splitting, { kind, item }: LineStart): boolean {
  if (!open || open.kind !== kind) return false;
  if (kind === "quote") return !item;
  if (kind !== "paragraph") return false;
  // A number that wrapped to the start of a line is no list, unless it is in one.
  return !item || (item.ordered && item.number !== 1 && path.length === 0);
}
