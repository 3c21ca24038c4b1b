import type { Leaf } from "./leaf.ts";
import { closesFence, indentOf, type LineStart, readLine } from "./read-line.ts";

interface Line {
  start: number;
  /** Without its line feed. */
  text: string;
  /** Where the next one starts. */
  next: number;
}

interface Splitting {
  leaves: Leaf[];
  /** The leaf that the next line may go on with. */
  open: Leaf | null;
  fence: { run: string; indent: number } | null;
  /** The indents of the list items that are open. */
  path: readonly number[];
}

const MAX_DEPTH = 6;
/** So much further in than its marker, a line belongs to a list item; models often indent by two. */
const NESTED_BY = 2;

/** Cuts the text from an offset on into leaves; `path` are the list items that are open there. */
export function splitLeaves(text: string, from: number, path: readonly number[]): Leaf[] {
  const splitting: Splitting = { leaves: [], open: null, fence: null, path };
  for (const line of linesOf(text, from)) takeLine(splitting, line);
  const { leaves } = splitting;
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
    splitting.open = null;
  } else takeWords(splitting, line);
}

function takeWords(splitting: Splitting, line: Line): void {
  const begun = readLine(line.text);
  if (goesOn(splitting, begun)) {
    const marked = begun.kind === "quote" ? begun.contentAt : 0;
    splitting.open?.ranges.push({ start: line.start + marked, end: line.next });
  } else begin(splitting, line, begun);
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

function begin(
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
  };
  splitting.leaves.push(leaf);
  splitting.path = path;
  splitting.open = kind === "heading" || kind === "rule" ? null : leaf;
  splitting.fence = fence === null ? null : { run: fence, indent };
}

function depthAt(path: readonly number[], indent: number): number {
  return path.findLastIndex((marker) => indent >= marker + NESTED_BY) + 1;
}
