import type { Block } from "../document.ts";
import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { chartRows } from "./chart-rows.ts";
import { chartTitle } from "./chart-title.ts";

/** Adds a chart's kind and title, and what it shows as a table. */
export function addChart(
  builder: DocumentBuilder,
  xml: string | undefined,
  at: Pick<Block, "page"> = {},
): void {
  builder.add({ kind: "paragraph", ...at }, chartTitle(xml));
  builder.add({ kind: "table", row: 1, ...at }, chartRows(xml).map(joinCells).join("\n"));
}
