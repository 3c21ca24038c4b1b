import { expect, test } from "vitest";
import { readPersonRows } from "./read-person-rows.ts";

test("columns are found by their names, and an exported table is read as it was", () => {
  const { rows, problems } = readPersonRows(
    `visitorId,name,Email,external id,tags,groups\n1,"'=cmd|' /C calc'!A0",ANN@Example.com,'+42,"vip, new",Members`,
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      line: 2,
      name: "=cmd|' /C calc'!A0",
      email: "ann@example.com",
      externalId: "+42",
      tags: ["vip", "new"],
      groups: ["Members"],
      note: "",
    },
  ]);
});

test("bad rows are named by the line on which they begin", () => {
  const csv = [
    "name,email,note",
    'Ann,ann@example.com,"two',
    'lines"',
    "Bob,not an address,",
    "Cid,,",
    `${"x".repeat(121)},dan@example.com,`,
    "Ann again,ANN@example.com,",
    'Eve,eve@example.com,"never closed',
  ].join("\n");
  const { rows, problems } = readPersonRows(csv);
  expect(rows.map(({ name, line }) => [line, name])).toEqual([[7, "Ann again"]]);
  expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
    [4, "audience.bad_email"],
    [5, "audience.nobody"],
    [6, "audience.long_name"],
    [2, "audience.repeated"],
    [8, "audience.open_quote"],
  ]);
});

test("a table that names nobody is refused", () => {
  expect(() => readPersonRows("question,answer\nWhy?,Because.")).toThrow(
    expect.objectContaining({ reason: "audience.no_header" }),
  );
});
