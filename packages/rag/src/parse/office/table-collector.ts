import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { xmlAttribute } from "./scan-xml.ts";

type Add = DocumentBuilder["add"];

interface OpenCell {
  texts: string[];
  columns: number;
  /** Merged with the cell above. */
  isContinued: boolean;
}

interface OpenTable {
  rows: OpenCell[][];
}

export interface TableCollector {
  /** True when the element belongs to a table's grid. */
  open(name: string, tag: string): boolean;
  close(name: string): void;
  /** Adds a block, or puts its text into the open cell. */
  add: Add;
}

/** Collects `tbl`, `tr` and `tc` elements; a table of one column is layout and yields its blocks. */
export function createTableCollector(builder: DocumentBuilder): TableCollector {
  const tables: OpenTable[] = [];

  const add: Add = (fields, text, joint) => {
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.texts.push(text);
    else builder.add(fields, text, joint);
  };

  const finish = ({ rows }: OpenTable) => {
    const isLayout = rows.every((cells) => cells.length < 2);
    if (isLayout)
      for (const text of rows.flat().flatMap(({ texts }) => texts))
        add({ kind: textKind(text) }, text);
    else if (tables.length > 0)
      for (const cells of rows) add({ kind: "table" }, cells.map(textOf).join(" "));
    else builder.add({ kind: "table", row: 1 }, gridOf(rows).map(joinCells).join("\n"));
  };

  return {
    add,
    open(name, tag) {
      if (name === "tbl") tables.push({ rows: [] });
      else if (name === "tr") tables.at(-1)?.rows.push([]);
      else if (name === "tc")
        tables
          .at(-1)
          ?.rows.at(-1)
          ?.push({ texts: [], columns: 1, isContinued: OF_ABOVE.test(tag) });
      else if (name === "gridSpan" || name === "vMerge") merge(tables.at(-1), name, tag);
      else return false;
      return true;
    },
    close(name) {
      const table = name === "tbl" ? tables.pop() : undefined;
      if (table) finish(table);
    },
  };
}

// As slides say it; each column that a cell spans has a cell of its own there.
const OF_ABOVE = /\bvMerge="(?:1|true)"/;
const MOST_COLUMNS = 63;

/** As Word says it of a cell: how many columns it takes, and whether it goes on from the row above. */
function merge(table: OpenTable | undefined, name: string, tag: string): void {
  const cell = table?.rows.at(-1)?.at(-1);
  const value = xmlAttribute(tag, "val");
  if (!cell) return;
  if (name === "vMerge") cell.isContinued = value !== "restart";
  else cell.columns = Math.min(MOST_COLUMNS, Math.max(1, Number(value) || 1));
}

function gridOf(rows: readonly OpenCell[][]): string[][] {
  const grid: string[][] = [];
  for (const cells of rows) {
    const above = grid.at(-1) ?? [];
    const row: string[] = [];
    for (const cell of cells) {
      const text = cell.isContinued ? (above[row.length] ?? "") : textOf(cell);
      row.push(text, ...Array<string>(cell.columns - 1).fill(""));
    }
    grid.push(row);
  }
  return grid;
}

function textOf({ texts }: OpenCell): string {
  return texts.join(" ");
}

function textKind(text: string): "list_item" | "paragraph" {
  return /^(?:-|\S{1,6}[.)]) /.test(text) ? "list_item" : "paragraph";
}
