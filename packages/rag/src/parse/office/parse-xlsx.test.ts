import { expect, test } from "vitest";
import type { ParsedDocument } from "../document.ts";
import { makeZip } from "../fixtures/make-zip.ts";
import { parseXlsx } from "./parse-xlsx.ts";

const RELATIONS =
  '<Relationships><Relationship Id="r0" Target="worksheets/sheet1.xml"/></Relationships>';

/** Of the table below the sheet's name. */
const textOf = ({ text, blocks }: ParsedDocument) => text.slice(blocks[1]!.start, blocks[1]!.end);

test("a workbook keeps what filters and folded groups hide, not what its author hides, and names formulas that nobody computed", () => {
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${cell("B1", "Tower")}${cell("C1", "Cost")}${cell("D1", "Fee")}</row>`,
    `<row r="2" hidden="1">${cell("B2", "Draft")}${cell("D2", "1")}</row>`,
    `<row r="3" hidden="1" outlineLevel="1">${cell("B3", "North")}${cell("C3", "9")}${cell("D3", "20")}</row>`,
    `<row r="4">${cell("B4", "Total")}<c r="D4"><f>SUM(D3:D3)</f><v></v></c></row>`,
  ];
  const sheet = (more = "") =>
    parseXlsx(
      makeZip([
        { name: "xl/workbook.xml", content: '<workbook><sheet name="A" r:id="r0"/></workbook>' },
        { name: "xl/_rels/workbook.xml.rels", content: RELATIONS },
        {
          name: "xl/worksheets/sheet1.xml",
          content: `<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData>${rows.join("")}</sheetData>${more}</worksheet>`,
        },
      ]),
    );
  const shown = "Tower |  | Fee\n\nNorth |  | 20\nTotal |  | =SUM(D3:D3)";
  expect(textOf(sheet())).toBe(shown);
  const filtered = "<autoFilter><filterColumn/></autoFilter>";
  expect(textOf(sheet(filtered))).toContain("Draft |  | 1");
});

test("what stands in a sheet's text boxes is read after its rows, and what its pictures show", () => {
  const box =
    "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Keep the strip fallow.</a:t></a:r></a:p></xdr:txBody></xdr:sp>";
  const picture = '<xdr:pic><xdr:cNvPr id="3" name="P" descr="The north strip in May"/></xdr:pic>';
  const { text, blocks } = parseXlsx(
    makeZip([
      { name: "xl/workbook.xml", content: '<workbook><sheet name="Plan" r:id="r0"/></workbook>' },
      { name: "xl/_rels/workbook.xml.rels", content: RELATIONS },
      {
        name: "xl/worksheets/sheet1.xml",
        content:
          '<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>',
      },
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        // Many relations to one part do not multiply it.
        content: `<Relationships>${[0, 1].map((id) => `<Relationship Id="d${id}" Target="../drawings/drawing1.xml"/>`).join("")}</Relationships>`,
      },
      { name: "xl/drawings/drawing1.xml", content: `<xdr:wsDr>${box}${picture}</xdr:wsDr>` },
    ]),
  );
  expect(text).toBe("Plan\n\n7\n\nKeep the strip fallow.\n\nThe north strip in May");
  expect(blocks.every(({ sheet }) => sheet === "Plan")).toBe(true);
});
