import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";

type Add = DocumentBuilder["add"];

interface OpenTable {
  rows: string[][][];
}

export interface TableCollector {
  /** True when the element belongs to a table's grid. */
  open(name: string): boolean;
  close(name: string): void;
  /** Adds a block, or puts its text into the open cell. */
  add: Add;
}

/** Collects `tbl`, `tr` and `tc` elements; a table of one column is layout and yields its blocks. */
export function createTableCollector(builder: DocumentBuilder): TableCollector {
  const tables: OpenTable[] = [];

  const add: Add = (fields, text, joint) => {
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.push(text);
    else builder.add(fields, text, joint);
  };

  const finish = ({ rows }: OpenTable) => {
    const isLayout = rows.every((cells) => cells.length < 2);
    if (isLayout) for (const text of rows.flat(2)) add({ kind: textKind(text) }, text);
    else if (tables.length > 0)
      for (const cells of rows) add({ kind: "table" }, cellTexts(cells).join(" "));
    else
      builder.add(
        { kind: "table", row: 1 },
        rows.map((cells) => joinCells(cellTexts(cells))).join("\n"),
      );
  };

  return {
    add,
    open(name) {
      if (name === "tbl") tables.push({ rows: [] });
      else if (name === "tr") tables.at(-1)?.rows.push([]);
      else if (name === "tc") tables.at(-1)?.rows.at(-1)?.push([]);
      else return false;
      return true;
    },
    close(name) {
      const table = name === "tbl" ? tables.pop() : undefined;
      if (table) finish(table);
    },
  };
}

function cellTexts(cells: readonly string[][]): string[] {
  return cells.map((texts) => texts.join(" "));
}

function textKind(text: string): "list_item" | "paragraph" {
  return /^(?:-|\S{1,6}[.)]) /.test(text) ? "list_item" : "paragraph";
}
