import { expect, test } from "vitest";
import { makeZip } from "../fixtures/make-zip.ts";
import { parsePptx } from "./parse-pptx.ts";

test("a cell of a slide that is merged downwards is said in each row", () => {
  const row = (...cells: string[]) => `<a:tr>${cells.join("")}</a:tr>`;
  const cell = (text: string, tag = "") =>
    `<a:tc ${tag}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
  const rows = [
    row(cell("Port", 'rowSpan="2"'), cell("Tonnes", 'gridSpan="2"'), cell("", 'hMerge="1"')),
    row(cell("", 'vMerge="1"'), cell("1870"), cell("1880")),
  ];
  const { text } = parsePptx(
    makeZip([
      {
        name: "ppt/presentation.xml",
        content: '<p:presentation><p:sldId id="256" r:id="r0"/></p:presentation>',
      },
      {
        name: "ppt/_rels/presentation.xml.rels",
        content:
          '<Relationships><Relationship Id="r0" Target="slides/slide1.xml"/></Relationships>',
      },
      { name: "ppt/slides/slide1.xml", content: `<p:sld><a:tbl>${rows.join("")}</a:tbl></p:sld>` },
    ]),
  );
  expect(text).toBe("Port | Tonnes\nPort | 1870 | 1880");
});
