import { expect, test } from "vitest";
import { makeZip } from "../fixtures/make-zip.ts";
import { rejection } from "../fixtures/rejection.ts";
import { parseBytes } from "../parse-bytes.ts";

const NAMESPACES =
  'xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:style="s" xmlns:draw="d" xmlns:presentation="p" xmlns:dc="dc"';

function content(body: string, styles = ""): string {
  return `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
}

function archive(body: string, { styles = "", manifest = "<manifest/>" } = {}): Buffer {
  return makeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
    { name: "content.xml", content: content(body, styles) },
    {
      name: "meta.xml",
      content: `<office:document-meta ${NAMESPACES}><office:meta><dc:title>The title</dc:title></office:meta></office:document-meta>`,
    },
    { name: "META-INF/manifest.xml", content: manifest },
  ]);
}

async function blocksOf(bytes: Buffer, fileName = "a.odt"): Promise<string[]> {
  const { blocks, text } = await parseBytes(bytes, { fileName });
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`,
  );
}

test("a text keeps headings, lists, tables and notes, and leaves out deletions and comments", async () => {
  const list = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>`;
  const body = `<office:text>
    <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>100</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:h text:outline-level="2">Scope</text:h>
    <text:p>The <text:span>limit</text:span> is <text:change-start text:change-id="c1"/>100<text:change-end text:change-id="c1"/>150<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> francs.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>
    <text:list text:style-name="L"><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
    <text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>Three</text:p></text:list-item></text:list>
    <table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>A</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>
  </office:text>`;
  expect(await blocksOf(archive(body, { styles: list }))).toEqual([
    "heading2: Scope",
    "paragraph: The limit is 150 francs.",
    "list_item: 1. One",
    "list_item: - Inner",
    "list_item: 2. Two",
    "list_item: 3. Three",
    "table: A | 1\nA | 2",
    "paragraph: A note.",
  ]);
});

test("a spreadsheet keeps its sheets, dates and what cells show, and not its empty rest", async () => {
  const cell = (text: string, more = "") =>
    `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string) =>
    `<table:table-row>${cells}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
  const rest = `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  const hidden = `<style:style style:name="h"><style:table-properties table:display="false"/></style:style>`;
  const body = `<office:spreadsheet><table:table table:name="Staff">${row(cell("Name") + cell("Since") + cell("Share"))}${row(cell("Anna") + cell("03/05/24", 'office:date-value="2024-03-05"') + cell("12.5%"))}${rest}</table:table><table:table table:name="Secret" table:style-name="h">${row(cell("hidden"))}</table:table></office:spreadsheet>`;
  expect(await blocksOf(archive(body, { styles: hidden }), "a.ods")).toEqual([
    "heading2: Staff",
    "table: Name | Since | Share\nAnna | 2024-03-05 | 12.5%",
  ]);
});

test("formulas are read as they are shown, and hidden words, rows and columns are not", async () => {
  const math = (value: string) =>
    `<math><semantics><mfrac><mi>${value}</mi><mn>2</mn></mfrac><annotation>{${value}} over {2}</annotation></semantics></math>`;
  const styles = `<style:style style:name="h"><style:text-properties text:display="none"/></style:style>`;
  const body = `<office:text><text:p>It is <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> or <draw:frame><draw:object>${math("b")}</draw:object><draw:image><office:binary-data>VkNMTVRGAQ</office:binary-data></draw:image></draw:frame>.<text:span text:style-name="h">Secret</text:span></text:p></office:text>`;
  const parts = [
    { name: "content.xml", content: content(body, styles) },
    { name: "Object 1/content.xml", content: `<?xml version="1.0"?>${math("a")}` },
    { name: "META-INF/manifest.xml", content: "<manifest/>" },
  ];
  expect(await blocksOf(makeZip(parts))).toEqual(["paragraph: It is a/2 or b/2."]);
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string[], more = "") =>
    `<table:table-row${more}>${cells.map(cell).join("")}</table:table-row>`;
  const sheet = `<office:spreadsheet><table:table table:name="A"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>${row(["Tower", "Cost", "Fee"])}${row(["Draft", "1", "2"], ' table:visibility="collapse"')}${row(["North", "9", "20"], ' table:visibility="filter"')}</table:table></office:spreadsheet>`;
  expect(await blocksOf(archive(sheet), "a.ods")).toEqual([
    "heading2: A",
    "table: Tower |  | Fee\n\nNorth |  | 20",
  ]);
});

test("a presentation keeps slides as pages, titles and notes, and not what repeats or is hidden", async () => {
  const frame = (kind: string, text: string) =>
    `<draw:frame presentation:class="${kind}"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
  const hidden = `<style:style style:name="h"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>`;
  const body = `<office:presentation><draw:page draw:style-name="h">${frame("title", "Backup")}</draw:page><draw:page>${frame("title", "Sales")}${frame("outline", "Up by 4%")}${frame("footer", "ACME")}<presentation:notes>${frame("notes", "Say why.")}</presentation:notes></draw:page></office:presentation>`;
  const bytes = archive(body, { styles: hidden });
  expect(await blocksOf(bytes, "a.odp")).toEqual([
    "heading2: Sales",
    "paragraph: Up by 4%",
    "paragraph: Say why.",
  ]);
  const { blocks, pageCount } = await parseBytes(bytes, { fileName: "a.odp" });
  expect([pageCount, blocks[0]?.page]).toEqual([2, 2]);
});

test("one XML file is read as an archive is, and an encrypted archive refused", async () => {
  const flat = `<?xml version="1.0"?>\n<office:document ${NAMESPACES}><office:meta><dc:title>Flat</dc:title></office:meta><office:body><office:text><text:p>Words.</text:p></office:text></office:body></office:document>`;
  const { title, text } = await parseBytes(Buffer.from(flat), { fileName: "a.fodt" });
  expect([title, text]).toEqual(["Flat", "Words."]);
  const locked = archive("", { manifest: "<manifest:encryption-data/>" });
  expect(await rejection(locked, "a.odt")).toBe("source.encrypted");
});
