import { describe, expect, test } from "vitest";
import { makeDocx, paragraph } from "../fixtures/make-docx.ts";
import { makeZip } from "../fixtures/make-zip.ts";
import { rejection } from "../fixtures/rejection.ts";
import { parseDocx } from "./parse-docx.ts";

const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
  </w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const STYLES = `<w:styles xmlns:w="w"><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
  <w:style w:styleId="Mine"><w:name w:val="My style"/><w:basedOn w:val="H2"/></w:style>
  <w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>`;
const PARTS = [
  { name: "word/numbering.xml", content: NUMBERING },
  { name: "word/styles.xml", content: STYLES },
];

function blocksOf(body: string): string[] {
  const { text, blocks } = parseDocx(makeDocx(body, PARTS));
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`,
  );
}

function numbered(text: string, id: number, level: number): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
}

describe("parseDocx", () => {
  test("keeps headings by style, inherited style and outline level", () => {
    const body = [
      paragraph("One", '<w:pStyle w:val="H2"/>'),
      paragraph("Two", '<w:pStyle w:val="Mine"/>'),
      paragraph("Three", '<w:outlineLvl w:val="2"/>'),
      paragraph("Contents…… 3", '<w:pStyle w:val="T1"/>'),
      paragraph("Text &amp; more"),
    ];
    expect(blocksOf(body.join(""))).toEqual([
      "heading2: One",
      "heading2: Two",
      "heading3: Three",
      "paragraph: Text & more",
    ]);
  });

  test("labels list items as Word does", () => {
    const body = [
      numbered("a", 5, 0),
      numbered("b", 5, 1),
      numbered("c", 5, 1),
      numbered("d", 5, 0),
      numbered("e", 5, 1),
      numbered("f", 6, 0),
    ];
    expect(blocksOf(body.join(""))).toEqual([
      "list_item: 1. a",
      "list_item: 1.a) b",
      "list_item: 1.b) c",
      "list_item: 2. d",
      "list_item: 2.a) e",
      "list_item: - f",
    ]);
  });

  test("reads tables by rows, and one-column tables as the layout they are", () => {
    const cell = (...texts: string[]) =>
      `<w:tc>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const grid = `<w:tbl>${row(cell("Item"), cell("Price"))}${row(cell("Tea", "green"), cell("2.50"))}</w:tbl>`;
    const layout = `<w:tbl>${row(cell("Before.", "After."))}</w:tbl>`;
    expect(blocksOf(grid + layout)).toEqual([
      "table: Item | Price\nTea green | 2.50",
      "paragraph: Before.",
      "paragraph: After.",
    ]);
  });

  test("keeps columns under merged cells, and says in each row what spans several", () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
    const body = `<w:tbl>${row(cell("Item", '<w:vMerge w:val="restart"/>'), cell("Price", '<w:gridSpan w:val="2"/>'), cell("Note"))}${row(cell("", "<w:vMerge/>"), cell("Small"), cell("Large"), cell("hot"))}</w:tbl>`;
    expect(blocksOf(body)).toEqual(["table: Item | Price |  | Note\nItem | Small | Large | hot"]);
  });

  test("leaves out deleted, moved and hidden text, and what stands twice", () => {
    const body = `<w:p><w:r><w:t>Kept</w:t><w:tab/><w:t>so</w:t></w:r>
      <w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
      <mc:AlternateContent><mc:Choice><w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> twice</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`;
    expect(blocksOf(body)).toEqual(["paragraph: Kept so once"]);
    const field = (properties: string, text: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:sdtContent></w:sdt>`;
    const fields = field("<w:showingPlcHdr/>", "Click here to enter text.") + field("", "Ann");
    expect(blocksOf(fields)).toEqual(["paragraph: Ann"]);
  });

  test("never resolves entities, external or multiplying", () => {
    const prolog =
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const { text } = parseDocx(makeDocx(paragraph("Safe &x; &b;"), [], prolog));
    expect(text).toBe("Safe &x; &b;");
  });
});

describe("parseBytes refuses a Word file", () => {
  const claim = (claimedBytes: number) => ({ name: "word/media/a", content: "x", claimedBytes });

  test.each([
    ["that unpacks to gigabytes", [claim(4_000_000_000)], "source.too_complex"],
    [
      "of a hundred thousand entries",
      Array.from({ length: 10_001 }, (_, i) => ({ name: `word/${i}`, content: "" })),
      "source.too_complex",
    ],
    [
      "whose total is a bomb",
      Array.from({ length: 100 }, (_, i) => ({ ...claim(9_000_000), name: `word/${i}` })),
      "source.too_complex",
    ],
  ])("%s, before inflating anything", async (_, parts, reason) => {
    expect(await rejection(makeDocx(paragraph("x"), parts), "a.docx")).toBe(reason);
  });

  test("whose parts unpack to more than they claim", async () => {
    const content = `<w:document><w:body>${paragraph("x ".repeat(100_000))}</w:body></w:document>`;
    const lying = makeZip([{ name: "word/document.xml", content, claimedBytes: 1_000 }]);
    expect(await rejection(lying, "a.docx")).toBe("source.too_complex");
  });
});

describe("what would read as something else", () => {
  const run = (text: string, properties = "") =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const raised = '<w:vertAlign w:val="superscript"/>';

  test("an exponent and a note's mark after a figure stay raised", () => {
    const body = `<w:p>${run("10")}${run("3", raised)}${run(" in 2023")}${run("12", raised)}${run(" m")}${run("2", raised)}</w:p>`;
    expect(blocksOf(body)).toEqual(["paragraph: 10³ in 2023¹² m2"]);
  });

  test("fractions, powers, sums, roots and brackets of a formula keep their signs", () => {
    const run = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const of = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`;
    const parts = [
      of("f", of("num", run("a+b")) + of("den", run("2"))),
      of("sSup", of("e", of("d", of("e", run("x+y")))) + of("sup", run("2"))),
      of("sSup", of("e", run("y")) + of("sup", run("n-1"))),
      of(
        "nary",
        `<m:naryPr><m:chr m:val="∑"/></m:naryPr>${of("sub", run("i=1"))}${of("sup", run("n"))}${of("e", run("k"))}`,
      ),
      of("rad", of("e", run("b"))),
    ];
    const body = parts.map((part) => `<w:p>${of("oMath", part)}</w:p>`).join("");
    expect(blocksOf(body)).toEqual([
      "paragraph: (a+b)/2",
      "paragraph: (x+y)²",
      "paragraph: y^(n-1)",
      "paragraph: ∑_(i=1)^nk",
      "paragraph: √b",
    ]);
    const two = of("oMath", run("a=b")) + of("oMath", run("c=d"));
    expect(blocksOf(`<w:p>${two}</w:p>`)).toEqual(["paragraph: a=b c=d"]);
  });

  test("signs of the symbol fonts are read, and how a word is pronounced is left out", () => {
    const sign = (font: string, code: string) =>
      `<w:r><w:sym w:font="${font}" w:char="F0${code}"/></w:r>`;
    const ruby = `<w:r><w:ruby><w:rt>${run("かんじ")}</w:rt><w:rubyBase>${run("漢字")}</w:rubyBase></w:ruby></w:r>`;
    const body = `<w:p>${sign("Wingdings", "FE")}${run(" yes, x ")}${sign("Symbol", "B3")}${run(" 5 ")}${ruby}</w:p>`;
    expect(blocksOf(body)).toEqual(["paragraph: ☑ yes, x ≥ 5 漢字"]);
  });
});

test("charts are tables of what they show, and diagrams lists of their words", () => {
  const points = (...values: readonly (string | number)[]) =>
    values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join("");
  const series = (name: string, ...values: readonly number[]) =>
    `<c:ser><c:tx><c:strRef><c:strCache>${points(name)}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points("2023", "2024")}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(...values)}</c:numCache></c:numRef></c:val></c:ser>`;
  const chart = `<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Sales</a:t></a:r></a:p></c:rich></c:tx></c:title><c:barChart>${series("North", 10, 0.1 + 0.2)}${series("South", 20, 25)}</c:barChart></c:chart>`;
  const diagram = `<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Do</a:t></a:r></a:p></dgm:t></dgm:pt>`;
  const parts = [
    { name: "word/charts/chart1.xml", content: chart },
    { name: "word/diagrams/data1.xml", content: diagram },
  ];
  expect(parseDocx(makeDocx(paragraph("Text"), parts)).text).toBe(
    "Text\n\nBar chart: Sales\n\n| North | South\n2023 | 10 | 20\n2024 | 0.3 | 25\n\n- Plan\n- Do",
  );
});
