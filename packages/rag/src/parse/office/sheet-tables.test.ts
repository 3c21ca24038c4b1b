import { expect, test } from "vitest";
import { sheetTables } from "./sheet-tables.ts";

const rows = (...filled: readonly (readonly [number, ...string[]])[]) =>
  filled.map(([number, ...cells]) => ({ number, cells }));

const tableNumbers = (table: ReturnType<typeof rows>) =>
  sheetTables(table).map((found) => found.map(({ number }) => number));

test("an empty row does not part heads from their figures", () => {
  const sheet = rows([1, "Zone", "Sales"], [3, "North", "125"], [4, "South", "94"]);
  expect(tableNumbers(sheet)).toEqual([[1, 3, 4]]);
});

test("an empty row parts tables with heads of their own, and a title from what follows", () => {
  const two = rows([1, "Zone", "Sales"], [2, "North", "125"], [4, "Name", "Role"], [5, "Ann", "3"]);
  expect(tableNumbers(two)).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(tableNumbers(rows([1, "Report"], [3, "North", "125"]))).toEqual([[1], [3]]);
});
