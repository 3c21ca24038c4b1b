import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "./document.ts";
import { makeZip } from "./fixtures/make-zip.ts";
import { rejection } from "./fixtures/rejection.ts";
import { parseBytes } from "./parse-bytes.ts";

async function parse(source: string | Buffer, fileName = "a"): Promise<ParsedDocument> {
  return parseBytes(Buffer.from(source), { fileName });
}

function blocksOf({ text, blocks }: ParsedDocument): string[] {
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

function relations(...targets: string[]): string {
  const entries = targets.map(
    (target, index) => `<Relationship Id="r${index}" Target="${target}"/>`,
  );
  return `<Relationships>${entries.join("")}</Relationships>`;
}

describe("a transcript", () => {
  const vtt = `WEBVTT\n\nNOTE hidden\n\n00:01.500 --> 00:03.000\n<v Ann>We were\n\n00:03.000 --> 00:05.000\n<v Ann>in town &amp; happy.\n\n1:00:06.000 --> 1:00:07.000\n<v Bob>Yes.\n`;

  test("keeps times and speakers, and sentences over cues", async () => {
    const document = await parse(vtt);
    expect(document.text).toBe("Ann: We were in town & happy.\n\nBob: Yes.");
    expect(document.blocks[1]).toMatchObject({ startSeconds: 3, endSeconds: 5, speaker: "Ann" });
    expect(document.blocks[2]).toMatchObject({ startSeconds: 3_606, speaker: "Bob" });
  });

  test("may be SubRip", async () => {
    const document = await parse("1\r\n00:00:01,000 --> 00:00:02,000\r\nHello <i>there</i>.\r\n");
    expect(blocksOf(document)).toEqual(["paragraph: Hello there."]);
  });
});

test("XML is what stands in its elements, and names nothing from outside", async () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><b><title>The book</title><style>p {}</style><para>Some <emphasis>nice</emphasis> text&x;.</para></b>`;
  expect(blocksOf(await parse(xml))).toEqual([
    "heading: The book",
    "paragraph: Some nice text&x;.",
  ]);
});

describe("a workbook", () => {
  const sheet = `<worksheet><sheetData>
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>When</t></is></c></row>
    <row r="3"><c r="A3"><v>0.1</v></c><c r="C3" s="1"><v>45992</v></c></row>
    <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="str"><f>A1</f><v>sum</v></c></row></sheetData></worksheet>`;
  const parts = [
    {
      name: "xl/workbook.xml",
      content:
        '<workbook><sheets><sheet name="Stock" r:id="r0"/><sheet name="Secret" state="hidden" r:id="r1"/></sheets></workbook>',
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations("worksheets/sheet1.xml", "worksheets/sheet2.xml"),
    },
    {
      name: "xl/sharedStrings.xml",
      content: "<sst><si><r><t>Pri</t></r><r><t>ce</t></r><rPh><t>x</t></rPh></si></sst>",
    },
    {
      name: "xl/styles.xml",
      content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
    { name: "xl/worksheets/sheet2.xml", content: sheet },
  ];

  test("keeps sheets, rows, columns and dates, and leaves hidden sheets out", async () => {
    const document = await parse(makeZip(parts));
    expect(blocksOf(document)).toEqual([
      "heading: Stock",
      "table: Price |  | When\n0.1 |  | 2025-12-01",
      "table: TRUE | sum",
    ]);
    expect(document.blocks[2]).toMatchObject({ sheet: "Stock", row: 5 });
  });
});

test("a workbook says merged heads and cells in every row, percentages, and goes on after a gap", async () => {
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const number = (at: string, value: number) => `<c r="${at}" s="1"><v>${value}</v></c>`;
  const rows = [
    `<row r="1">${cell("A1", "Sales of the shop")}</row>`,
    `<row r="2">${cell("A2", "Region")}${cell("B2", "2024")}</row>`,
    `<row r="3">${cell("B3", "Q1")}${cell("C3", "Q2")}</row>`,
    `<row r="4">${cell("A4", "North")}${number("B4", 0.1)}${number("C4", 0.125)}</row>`,
    `<row r="5">${number("B5", 0.2)}${number("C5", 0.3)}</row>`,
    `<row r="7">${cell("A7", "South")}${number("B7", 0.4)}</row>`,
  ];
  const merges = ["A1:C1", "A2:A3", "B2:C2", "A4:A5"].map((ref) => `<mergeCell ref="${ref}"/>`);
  const document = await parse(
    makeZip([
      { name: "xl/workbook.xml", content: '<workbook><sheet name="A" r:id="r0"/></workbook>' },
      { name: "xl/_rels/workbook.xml.rels", content: relations("worksheets/sheet1.xml") },
      { name: "xl/styles.xml", content: '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>' },
      {
        name: "xl/worksheets/sheet1.xml",
        content: `<worksheet><sheetData>${rows.join("")}</sheetData>${merges.join("")}</worksheet>`,
      },
    ]),
  );
  expect(blocksOf(document)).toEqual([
    "heading: A",
    "table: Sales of the shop",
    "table: Region | 2024 Q1 | 2024 Q2\nNorth | 10% | 12.5%\nNorth | 20% | 30%\n\nSouth | 40%",
  ]);
  expect(document.blocks[2]).toMatchObject({ row: 3, sheet: "A" });
});

test("a workbook keeps heads beside those that span, durations, and dates from 1904", async () => {
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${cell("A1", "Region")}${cell("B1", "First half")}${cell("D1", "Later")}</row>`,
    `<row r="2">${cell("B2", "Q1")}${cell("C2", "Q2")}${cell("D2", "Q3")}</row>`,
    `<row r="3">${cell("A3", "North")}<c r="B3" s="1"><v>1.253472</v></c><c r="C3" s="2"><v>44620</v></c></row>`,
  ];
  const document = await parse(
    makeZip([
      {
        name: "xl/workbook.xml",
        content: '<workbook><workbookPr date1904="1"/><sheet name="A" r:id="r0"/></workbook>',
      },
      { name: "xl/_rels/workbook.xml.rels", content: relations("worksheets/sheet1.xml") },
      {
        name: "xl/styles.xml",
        content:
          '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>',
      },
      {
        name: "xl/worksheets/sheet1.xml",
        content: `<worksheet><sheetData>${rows.join("")}</sheetData><mergeCell ref="B1:C1"/></worksheet>`,
      },
    ]),
  );
  expect(blocksOf(document)[1]).toBe(
    "table: Region | First half Q1 | First half Q2 | Later Q3\nNorth | 30:05:00 | 2026-03-01",
  );
});

describe("a slide deck", () => {
  const shape = (kind: string, text: string, bullet = "") =>
    `<p:sp><p:nvPr><p:ph type="${kind}"/></p:nvPr><p:txBody><a:p><a:pPr>${bullet}</a:pPr><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const slide =
    shape("title", "Plan") +
    shape("body", "One", "<a:buAutoNum type='arabicPeriod'/>") +
    shape("sldNum", "1");
  const parts = [
    {
      name: "ppt/presentation.xml",
      content: '<p:presentation><p:sldId id="256" r:id="r0"/></p:presentation>',
    },
    { name: "ppt/_rels/presentation.xml.rels", content: relations("slides/slide7.xml") },
    { name: "ppt/slides/slide7.xml", content: slide },
    { name: "ppt/slides/_rels/slide7.xml.rels", content: relations("../notesSlides/notes1.xml") },
    { name: "ppt/notesSlides/notes1.xml", content: shape("body", "Say it slowly.") },
  ];

  test("keeps slides as pages, titles, lists and notes", async () => {
    const document = await parse(makeZip(parts));
    expect(blocksOf(document)).toEqual([
      "heading: Plan",
      "list_item: 1. One",
      "paragraph: Say it slowly.",
    ]);
    expect(document.blocks.every(({ page }) => page === 1)).toBe(true);
    expect(document.pageCount).toBe(1);
  });

  test("has each title first, and hides what its author hides", async () => {
    const deck = (xml: string) =>
      parse(
        makeZip(parts.map((part) => (part.content === slide ? { ...part, content: xml } : part))),
      );
    const turned = `<p:sld>${shape("body", "Below")}${shape("title", "Plan")}</p:sld>`;
    expect((await deck(turned)).text).toBe("Plan\n\nBelow\n\nSay it slowly.");
    await expect(deck(turned.replace("<p:sld", '<p:sld show="0"'))).rejects.toMatchObject({
      reason: "source.empty",
    });
  });
});

describe("JSON", () => {
  test("of a conversation keeps its speakers", async () => {
    const turns = [
      { speaker: "Ann", content: "Hello." },
      { speaker: "Bob", content: "Hi." },
    ];
    const document = await parse(JSON.stringify({ topic: "x", turns }));
    expect(document.text).toBe("Ann: Hello.\n\nBob: Hi.");
    expect(document.blocks[1]).toMatchObject({ speaker: "Bob" });
  });

  test("of any kind names every value", async () => {
    const document = await parse(
      JSON.stringify({ name: "Tea", tags: ["hot"], maker: { city: "Kyoto", lots: [{ no: 1 }] } }),
    );
    expect(blocksOf(document)).toEqual([
      "paragraph: name: Tea\ntags: hot",
      "heading: maker",
      "paragraph: city: Kyoto",
      "heading: lots",
      "paragraph: no: 1",
    ]);
  });

  test("may stand in lines", async () => {
    expect((await parse('{"a":1}\n{"a":2}\n')).text).toBe("a: 1\n\na: 2");
  });

  test("of a notebook keeps prose, code and output", async () => {
    const cells = [
      { cell_type: "markdown", source: ["# Hello"] },
      { cell_type: "code", source: "1+1", outputs: [{ text: ["2"] }] },
    ];
    expect(blocksOf(await parse(JSON.stringify({ nbformat: 4, cells })))).toEqual([
      "heading: Hello",
      "code: 1+1",
      "code: 2",
    ]);
  });

  test("that is broken or nested without end is refused", async () => {
    expect(await rejection(Buffer.from('{"a": '), "a.json")).toBe("source.corrupt");
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    expect(await rejection(Buffer.from(deep), "a.json")).toBe("source.too_complex");
  });
});

test("rich text keeps paragraphs, headings, tables and characters of any code page", async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl\f0 Arial;}{\*\x hidden}
{\pard\outlinelevel1 Title\par}{\pard \'cf\'f0\'e8 \u8212? caf\u233\'e9\par}
\trowd\cellx1\pard\intbl A\cell B\cell\row \pard end\par}`;
  expect(blocksOf(await parse(rtf))).toEqual([
    "heading: Title",
    "paragraph: При — café",
    "table: A | B",
    "paragraph: end",
  ]);
});
