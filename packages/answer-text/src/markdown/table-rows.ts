import type { ColumnAlign, Leaf } from "./leaf.ts";
import type { Line, LineStart } from "./read-line.ts";
import { mayBecomeDelimiters, readDelimiters, splitCells } from "./split-cells.ts";

/** What a line that begins with a bar is; `head` where it made the line before it one. */
export type RowKind = "row" | "paragraph" | "head";

/** Tells a table's rows, and the line that is its head because delimiters follow. */
export class TableRows {
  /** Of the table that the next line may be a row of. */
  columns: readonly ColumnAlign[] | null;
  /** A line that is a table's head if delimiters follow. */
  #candidate: { leaf: Leaf; line: string } | null = null;
  /** Where the text ends that is still to grow. */
  readonly #growsAt: number;

  constructor(columns: readonly ColumnAlign[] | null, growsAt: number) {
    this.columns = columns;
    this.#growsAt = growsAt;
  }

  /** A line of another kind came. */
  leave(): void {
    this.columns = this.#candidate = null;
  }

  take(line: Line, { item }: LineStart, isInside: boolean): RowKind {
    const candidate = this.#candidate;
    this.#candidate = null;
    const columns = candidate && !item ? this.#readColumns(candidate.line, line) : null;
    if (candidate && columns) {
      this.#makeHead(candidate.leaf, columns);
      return "head";
    }
    if (this.columns && !item && isInside) return "row";
    this.columns = null;
    return "paragraph";
  }

  /** The leaf of a line that is no row, or not yet. */
  mayBeHead(leaf: Leaf, line: string): void {
    this.#candidate = { leaf, line };
  }

  /** What may become a table is one while the text grows. */
  end(): void {
    if (this.#growsAt >= 0 && this.#candidate) this.#makeHead(this.#candidate.leaf, []);
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
    this.columns = columns;
  }
}
