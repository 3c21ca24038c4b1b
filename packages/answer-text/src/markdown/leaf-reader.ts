import type { CodeLines } from "./code-lines.ts";
import type { ColumnAlign, Leaf } from "./leaf.ts";
import type { RareBlocks } from "./rare-blocks.ts";
import { indentOf, type Line, type LineStart, readLine } from "./read-line.ts";
import type { TableRows } from "./table-rows.ts";

const ONE_LINE = "heading rule row";
const MAX_DEPTH = 6;
/** So much further in than its marker, a line belongs to a list item; models often indent by two. */
const NESTED_BY = 2;

/** Where an earlier reading is taken up again. */
export interface LeafPlace {
  /** The indents of the list items that are open. */
  path: readonly number[];
  /** Of the table that the next line may be a row of. */
  columns: readonly ColumnAlign[] | null;
}

export interface LeafReading {
  rare: RareBlocks | null;
  /** Where a text ends that is still to grow; -1 for one that is whole. */
  growsAt: number;
}

/** Reads lines into leaves, one after the other. */
export class LeafReader {
  readonly #leaves: Leaf[] = [];
  /** The indents of the list items that are open. */
  #path: readonly number[];
  /** Null: what they read is read as paragraphs. */
  readonly #rare: RareBlocks | null;
  readonly #rows: TableRows | null;
  /** The leaf that the next line may go on with. */
  #open: Leaf | null = null;
  #code: CodeLines | null = null;

  constructor({ path, columns }: LeafPlace, { rare, growsAt }: LeafReading) {
    this.#path = path;
    this.#rare = rare;
    this.#rows = rare && new rare.TableRows(columns, growsAt);
  }

  take(line: Line): void {
    if (this.#code) {
      const range = this.#code.take(line, indentOf(line.text));
      if (range) this.#open?.ranges.push(range);
      else this.#code = this.#open = null;
      return;
    }
    const isBlank = line.text.trim() === "";
    const begun = readLine(line.text, this.#rare);
    if (!isBlank && begun.kind === "row") {
      this.#takeRow(line, begun);
      return;
    }
    this.#rows?.leave();
    if (isBlank) this.#open = null;
    else if (this.#goesOn(begun)) {
      const marked = begun.kind === "quote" ? begun.contentAt : 0;
      this.#open?.ranges.push({ start: line.start + marked, end: line.next });
    } else this.#begin(line, begun);
  }

  /** The leaves, each to where the next one starts. */
  end(length: number): Leaf[] {
    this.#rows?.end();
    for (const [index, leaf] of this.#leaves.entries()) {
      leaf.end = this.#leaves[index + 1]?.start ?? length;
    }
    return this.#leaves;
  }

  #takeRow(line: Line, begun: LineStart): void {
    const isInside = this.#depthAt(begun.indent) === this.#path.length;
    const kind = this.#rows?.take(line, begun, isInside) ?? "paragraph";
    if (kind === "head") {
      this.#open = null;
      return;
    }
    const leaf = this.#begin(line, { ...begun, kind });
    if (kind === "paragraph") this.#rows?.mayBeHead(leaf, line.text);
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
      columns: this.#rows?.columns ?? null,
    };
    this.#leaves.push(leaf);
    this.#open = ONE_LINE.includes(kind) ? null : leaf;
    if (fence && this.#rare) this.#code = new this.#rare.CodeLines(fence, indent);
    return leaf;
  }

  /** How many of the open list items a line that is so far in stands in. */
  #depthAt(indent: number): number {
    return this.#path.findLastIndex((marker) => indent >= marker + NESTED_BY) + 1;
  }
}
