import { fillMerged, type MergedCells, readReference } from "./merged-cells.ts";
import type { NumberStyle, Worded } from "./read-number-format.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

export interface SheetRow {
  /** As the sheet counts, from 1. */
  number: number;
  cells: string[];
}

interface Lookups {
  strings: readonly string[];
  styles: ReadonlyMap<number, NumberStyle>;
  /** Whether the workbook counts its days from 1904, as Excel once did on the Macintosh. */
  isFrom1904: boolean;
}

/** The rows of a worksheet that hold anything, each cell as text in its column, merged ones filled. */
export function readSheetRows(xml: string, lookups: Lookups): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell = { column: 0, type: "", style: 0, value: "" };
  let inValue = false;
  const merged: MergedCells[] = [];
  scanXml(xml, {
    open(name, tag) {
      if (name === "row")
        row = { number: Number(xmlAttribute(tag, "r") ?? row.number + 1), cells: [] };
      else if (name === "c") {
        const column = readReference(xmlAttribute(tag, "r"))?.column ?? row.cells.length;
        const style = Number(xmlAttribute(tag, "s") ?? 0);
        cell = { column, type: xmlAttribute(tag, "t") ?? "n", style, value: "" };
      } else if (name === "v" || name === "t") inValue = true;
      else if (name === "mergeCell") {
        const [from, to] = (xmlAttribute(tag, "ref") ?? "").split(":").map(readReference);
        if (from && to) merged.push({ from, to });
      }
    },
    close(name) {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c") setCell(row.cells, cell.column, cellText(cell, lookups));
      else if (name === "row" && row.cells.some((text) => text !== "")) rows.push(row);
    },
    text(value) {
      if (inValue) cell.value += value;
    },
  });
  return fillMerged(rows, merged);
}

// What stands further out is a stray, and where exactly says nothing.
const WIDEST_GAP = 100;

function setCell(cells: string[], column: number, text: string): void {
  if (text === "") return;
  const at = Math.min(column, cells.length + WIDEST_GAP);
  while (cells.length < at) cells.push("");
  cells[at] = text;
}

function cellText(
  cell: { type: string; style: number; value: string },
  { strings, styles, isFrom1904 }: Lookups,
): string {
  if (cell.type === "s") return strings[Number(cell.value)] ?? "";
  if (cell.type === "b") return cell.value === "1" ? "TRUE" : "FALSE";
  const isNumber = cell.type === "n" && cell.value !== "";
  const style = isNumber ? styles.get(cell.style) : undefined;
  if (style === "date") return dateText(Number(cell.value) + (isFrom1904 ? DAYS_TO_1904 : 0));
  if (style === "duration") return durationText(Number(cell.value));
  if (style === "percent") return `${plain(Number(cell.value) * 100)}%`;
  if (style) return wordedText(Number(cell.value), style);
  return isNumber ? plain(Number(cell.value)) : cell.value;
}

function wordedText(value: number, { before, after, decimals }: Worded): string {
  const sign = value < 0 ? "-" : "";
  return `${sign}${before}${Math.abs(value).toFixed(decimals)}${after}`;
}

/** Without the noise of binary fractions. */
function plain(value: number): string {
  return String(Number.parseFloat(value.toPrecision(15)));
}

// Day 0 of the 1900 system, which counts a 29 February 1900 that never was.
const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const DAYS_TO_1904 = 1_462;

function dateText(serial: number): string {
  const date = new Date(EPOCH_MS + Math.round(serial * DAY_MS));
  if (Number.isNaN(date.getTime())) return String(serial);
  const [day = "", time = ""] = date.toISOString().split("T");
  if (serial < 1) return time.slice(0, 8);
  return Number.isInteger(serial) ? day : `${day} ${time.slice(0, 5)}`;
}

/** Days as hours, minutes and seconds, however many hours they are. */
function durationText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, ...rest] = parts.map((part) => String(part).padStart(2, "0"));
  return `${days < 0 ? "-" : ""}${Number(hours)}:${rest.join(":")}`;
}
