import { type SpanningCell, spreadCells } from "../table-grid.ts";
import { joinCells } from "../table-row.ts";
import { raiseDigits } from "../text/raise-digits.ts";
import { type DomElement, type DomNode, isElement, TEXT_NODE } from "./dom.ts";
import { isSkipped } from "./element-roles.ts";

/** The rows of a data table as lines, or undefined for a table that only lays out a page. */
export function tableRows(table: DomElement): string[] | undefined {
  if (table.getAttribute("role") === "presentation" || table.querySelector("table"))
    return undefined;
  const rows = [...table.querySelectorAll("tr")].map(rowCells).filter((cells) => cells.length > 0);
  const gridRows = rows.filter((cells) => cells.length > 1).length;
  if (gridRows * 2 < rows.length || rows.length < 2) return undefined;
  const caption = table.querySelector("caption")?.textContent ?? "";
  return [joinCells([caption]), ...spreadCells(rows).map(joinCells)].filter((row) => row !== "");
}

function rowCells(row: DomElement): SpanningCell[] {
  const cells = [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName));
  return cells.map((cell) => ({
    text: cellText(cell),
    isHead: cell.tagName === "TH",
    columns: span(cell, "colspan"),
    rows: span(cell, "rowspan"),
  }));
}

function span(cell: DomElement, name: string): number {
  const count = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return count > 0 && count < 1_000 ? count : 1;
}

function cellText(cell: DomNode): string {
  if (cell.nodeType === TEXT_NODE) return cell.textContent ?? "";
  if (!isElement(cell) || isSkipped(cell)) return "";
  let text = "";
  for (let node = cell.firstChild; node; node = node.nextSibling) {
    const inner = cellText(node);
    text += isElement(node) && node.tagName === "SUP" ? raiseDigits(text, inner) : inner;
  }
  return /^(?:BR|P|DIV|LI|UL|OL)$/.test(cell.tagName) ? ` ${text} ` : text;
}
