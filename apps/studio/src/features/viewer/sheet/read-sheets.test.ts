import { expect, test } from "vitest";
import { columnWidths, readSheets, rowAt } from "./read-sheets.ts";

const text =
  "Fees\n\nItem | Price |  | Note\nEntry | 5\nTours | 12 |  | weekends\n\nHours\n\n|  | Mon | 9";
const at = (words: string) => text.indexOf(words);
const sheets = readSheets(text, [
  { kind: "heading", start: 0, end: 4, sheet: "Fees" },
  { kind: "table", start: at("Item"), end: at("Entry") - 1, sheet: "Fees", row: 1 },
  // After an empty row: the sheet's own numbers go on.
  { kind: "table", start: at("Entry"), end: at("Hours") - 2, sheet: "Fees", row: 3 },
  { kind: "table", start: at("|  | Mon"), end: text.length, sheet: "Hours", row: 1 },
]);
const shown = sheets.map(({ rows }) =>
  rows.map(({ number, cells }) => [
    number,
    ...cells.map(({ start, end }) => text.slice(start, end)),
  ]),
);

test("rows keep their sheet, their number and their empty cells", () => {
  expect(sheets.map(({ name, columnCount }) => [name, columnCount])).toEqual([
    ["Fees", 4],
    ["Hours", 4],
  ]);
  expect(shown[0]).toEqual([
    [1, "Item", "Price", "", "Note"],
    [3, "Entry", "5"],
    [4, "Tours", "12", "", "weekends"],
  ]);
  expect(shown[1]).toEqual([[1, "", "", "Mon", "9"]]);
});

test("an offset leads to its row, and columns are as wide as their cells need", () => {
  const { rows } = sheets[0]!;
  expect(rows[rowAt(rows, at("weekends"))]?.number).toBe(4);
  expect(rowAt(rows, 0)).toBe(0);
  expect(columnWidths(sheets[0]!)).toEqual([8, 8, 6, 11]);
});
