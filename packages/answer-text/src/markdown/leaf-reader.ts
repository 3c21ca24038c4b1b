import type { ColumnAlign, Leaf } from "./leaf.ts";
import { closesFence, indentOf, type LineStart, readLine } from "./read-line.ts";
import { mayBecomeDelimiters, readDelimiters, splitCells } from "./split-cells.ts";

/** Where an earlier reading is taken up again. */
export interface LeafPlace {
  /** The indents of the list items that are open. */
  path: readonly number[];
  /** Of the table that the next line may be a row of. */
  columns: readonly ColumnAlign[] | null;
}

interface Line {
  start: number;
  /** Without its line feed. */
  text: string;
  /** Where the next one starts. */
  next: number;
}

const ONE_LINE = "heading rule row";
const MAX_DEPTH = 6;
/** So much further in than its marker, a line belongs to a list item; models often indent by two. */
const NESTED_BY = 2;

/** Reads lines into leaves, one after the other. */
export class LeafReader {
  readonly #leaves: Leaf[] = [];
  #path: readonly number[];
  #columns: readonly ColumnAlign[] | null;
  /** The leaf that the next line may go on with. */
  #open: Leaf | null = null;
  #fence: { run: string; indent: number } | null = null;
  /** A line that is a table's head if delimiters follow. */
  #candidate: { leaf: Leaf; line: string } | null = null;
  /** Where the text ends that is still to grow. */
  readonly #growsAt: number;

  constructor({ path, columns }: LeafPlace, growsAt: number) {
    this.#path = path;
    this.#columns = columns;
    this.#growsAt = growsAt;
  }

  take(line: Line): void {
    const candidate = this.#candidate;
    if (this.#fence) {
      this.#takeCode(this.#fence, line);
      return;
    }
    this.#candidate = null;
    const isBlank = line.text.trim() === "";
    const begun = readLine(line.text);
    if (!isBlank && begun.kind === "row") {
      this.#takeRow(line, begun, candidate);
      return;
    }
    this.#columns = null;
    if (isBlank) this.#open = null;
    else if (this.#goesOn(begun)) {
      const marked = begun.kind === "quote" ? begun.contentAt : 0;
      this.#open?.ranges.push({ start: line.start + marked, end: line.next });
    } else this.#begin(line, begun);
  }

  /** The leaves, each to where the next one starts. */
  end(length: number): Leaf[] {
    if (this.#growsAt >= 0 && this.#candidate) this.#makeHead(this.#candidate.leaf, []);
    for (const [index, leaf] of this.#leaves.entries()) {
      leaf.end = this.#leaves[index + 1]?.start ?? length;
    }
    return this.#leaves;
  }

  #takeCode({ run, indent }: { run: string; indent: number }, line: Line): void {
    if (closesFence(line.text, run)) {
      this.#fence = this.#open = null;
      return;
    }
    const stripped = /\S/.test(line.text) ? Math.min(indent, indentOf(line.text)) : 0;
    this.#open?.ranges.push({ start: line.start + stripped, end: line.next });
  }

  /** A line that begins with a bar: a row, what makes the line before it a head, or a paragraph. */
  #takeRow(line: Line, begun: LineStart, candidate: { leaf: Leaf; line: string } | null): void {
    const delimiters = candidate && !begun.item && this.#readColumns(candidate.line, line);
    if (delimiters) {
      this.#makeHead(candidate.leaf, delimiters);
      return;
    }
    const isInside = this.#depthAt(begun.indent) === this.#path.length;
    const kind = this.#columns && !begun.item && isInside ? "row" : "paragraph";
    const leaf = this.#begin(line, { ...begun, kind });
    if (kind === "row") return;
    this.#columns = null;
    this.#candidate = { leaf, line: line.text };
  }

  #readColumns(head: string, line: Line): readonly ColumnAlign[] | null {
    const isLast = line.start + line.text.length === this.#growsAt;
    if (isLast && mayBecomeDelimiters(line.text)) return [];
    const columns = readDelimiters(line.text);
    const width = splitCells(head.slice(head.indexOf("|"))).length;
    return columns?.length === width ? columns : null;
  }

  #makeHead(leaf: Leaf, columns: readonly ColumnAlign[]): void {
    Object.assign(leaf, { kind: "head", columns });
    this.#open = null;
    this.#columns = columns;
  }

  #goesOn({ kind, item }: LineStart): boolean {
    if (this.#open?.kind !== kind) return false;
    if (kind === "quote") return !item;
    // A number that wrapped to the start of a line is no list, unless it is in one.
    const isWrapped = item?.ordered && item.number !== 1 && this.#path.length === 0;
    return kind === "paragraph" && (!item || !!isWrapped);
  }

  /** Begins a leaf with a line, in the list items that its indent leaves open. */
  #begin(line: Line, { kind, indent, item, contentAt, fence }: LineStart): Leaf {
    const before = this.#path;
    const outer = before.slice(0, this.#depthAt(indent));
    this.#path = item ? [...outer.slice(0, MAX_DEPTH - 1), indent] : outer;
    const leaf: Leaf = {
      kind,
      start: line.start,
      end: line.next,
      ranges: kind === "code" ? [] : [{ start: line.start + contentAt, end: line.next }],
      before,
      depth: this.#path.length,
      item,
      columns: kind === "row" ? this.#columns : null,
    };
    this.#leaves.push(leaf);
    this.#open = ONE_LINE.includes(kind) ? null : leaf;
    this.#fence = fence === null ? null : { run: fence, indent };
    return leaf;
  }

  /** How many of the open list items a line that is so far in stands in. */
  #depthAt(indent: number): number {
    return this.#path.findLastIndex((marker) => indent >= marker + NESTED_BY) + 1;
  }
}
