import { fillMerged, type MergedCells, readReference } from "./merged-cells.ts";
import type { NumberStyle, Worded } from "./read-number-format.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

export interface SheetRow {
  /** As the sheet counts, from 1. */
  number: number;
  cells: string[];
}

interface ReadRow extends SheetRow {
  isHidden: boolean;
}

interface Lookups {
  strings: readonly string[];
  styles: ReadonlyMap<number, NumberStyle>;
  /** Whether the workbook counts its days from 1904, as Excel once did on the Macintosh. */
  isFrom1904: boolean;
}

/**
 * The rows of a worksheet that hold anything, each cell as text in its column, merged ones filled. What
 * its author hid is left out; what a filter or a folded group hides for now is not.
 */
export function readSheetRows(xml: string, lookups: Lookups): SheetRow[] {
  const rows: ReadRow[] = [];
  let row: ReadRow = { number: 0, cells: [], isHidden: false };
  let cell = { column: 0, type: "", style: 0, value: "", formula: "" };
  let inside = "";
  let isFiltered = false;
  const hidden: [first: number, last: number][] = [];
  const merged: MergedCells[] = [];
  scanXml(xml, {
    open(name, tag) {
      if (name === "row")
        row = {
          number: Number(xmlAttribute(tag, "r") ?? row.number + 1),
          cells: [],
          isHidden: isHidden(tag),
        };
      else if (name === "col" && isHidden(tag))
        hidden.push([Number(xmlAttribute(tag, "min")) - 1, Number(xmlAttribute(tag, "max")) - 1]);
      else if (name === "filterColumn") isFiltered = true;
      else if (name === "c") {
        const column = readReference(xmlAttribute(tag, "r"))?.column ?? row.cells.length;
        const style = Number(xmlAttribute(tag, "s") ?? 0);
        cell = { column, type: xmlAttribute(tag, "t") ?? "n", style, value: "", formula: "" };
      } else if (name === "v" || name === "t" || name === "f") inside = name;
      else if (name === "mergeCell") {
        const [from, to] = (xmlAttribute(tag, "ref") ?? "").split(":").map(readReference);
        if (from && to) merged.push({ from, to });
      }
    },
    close(name) {
      if (name === inside) inside = "";
      else if (name === "c" && !hidden.some((span) => isWithin(cell.column, span)))
        setCell(row.cells, cell.column, cellText(cell, lookups));
      else if (name === "row" && row.cells.some((text) => text !== "")) rows.push(row);
    },
    text(value) {
      if (inside === "f") cell.formula += value;
      else if (inside) cell.value += value;
    },
  });
  const shown = fillMerged(rows, merged);
  const unseen = new Set(isFiltered ? [] : rows.filter((one) => one.isHidden));
  return shown.map((one) => (unseen.has(one as ReadRow) ? { ...one, cells: [] } : one));
}

/** Of a row or a column. */
function isHidden(tag: string): boolean {
  const isGrouped = Number(xmlAttribute(tag, "outlineLevel") ?? 0) > 0;
  return !isGrouped && /^(?:1|true)$/.test(xmlAttribute(tag, "hidden") ?? "");
}

function isWithin(column: number, [first, last]: readonly [number, number]): boolean {
  return column >= first && column <= last;
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
  cell: { type: string; style: number; value: string; formula: string },
  { strings, styles, isFrom1904 }: Lookups,
): string {
  // Programs other than spreadsheets write formulas that nobody has computed yet.
  if (cell.value === "" && cell.formula !== "") return `=${cell.formula}`;
  if (cell.type === "s") return strings[Number(cell.value)] ?? "";
  if (cell.type === "b") return cell.value === "1" ? "TRUE" : "FALSE";
  const isNumber = cell.type === "n" && cell.value !== "";
  const style = isNumber ? styles.get(cell.style) : undefined;
  if (style === "date") return dateText(Number(cell.value) + (isFrom1904 ? DAYS_TO_1904 : 0));
  if (style === "duration") return durationText(Number(cell.value));
  if (style === "percent") return `${plain(Number(cell.value) * 100)}%`;
  if (style && "mask" in style) return maskedText(Number(cell.value), style.mask);
  if (style) return wordedText(Number(cell.value), style);
  return isNumber ? plain(Number(cell.value)) : cell.value;
}

/** Its digits in the places of the mask, from the last: 7 as `00007`, 5551234 as `555-1234`. */
function maskedText(value: number, mask: string): string {
  const digits = [...String(Math.round(Math.abs(value)))];
  const filled = mask.replace(/0/g, "\0").split("").reverse();
  const text = filled.map((place) => (place === "\0" ? (digits.pop() ?? "0") : place)).reverse();
  return (value < 0 ? "-" : "") + digits.join("") + text.join("");
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
