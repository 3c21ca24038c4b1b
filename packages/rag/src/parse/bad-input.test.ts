import { describe, expect, test } from "vitest";
import { makePdf } from "./fixtures/make-pdf.ts";
import { makeZip } from "./fixtures/make-zip.ts";
import { rejection } from "./fixtures/rejection.ts";
import { parseBytes } from "./parse-bytes.ts";

// A busy machine is slow; time that grows with the square of the size would be minutes.
const GENEROUS_MS = 30_000;
const ENTITIES =
  '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
const NAMED = "Safe &x; &b;";

async function textOf(bytes: Buffer, fileName: string): Promise<string> {
  return (await parseBytes(bytes, { fileName })).text;
}

const relation = (target: string) => `<Relationship Id="r0" Target="${target}"/>`;

function workbook(sheet: string): Buffer {
  return makeZip([
    { name: "xl/workbook.xml", content: '<workbook><sheet name="A" r:id="r0"/></workbook>' },
    { name: "xl/_rels/workbook.xml.rels", content: relation("worksheets/sheet1.xml") },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
  ]);
}

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("no parser resolves an entity that a file declares", () => {
  test.each([
    ["a.xlsx", workbook(`${ENTITIES}<sheetData><row r="1">${cell("A1", NAMED)}</row></sheetData>`)],
    [
      "a.pptx",
      makeZip([
        { name: "ppt/presentation.xml", content: '<p:sldId id="256" r:id="r0"/>' },
        { name: "ppt/_rels/presentation.xml.rels", content: relation("slides/slide1.xml") },
        {
          name: "ppt/slides/slide1.xml",
          content: `${ENTITIES}<p:sp><a:p><a:t>${NAMED}</a:t></a:p></p:sp>`,
        },
      ]),
    ],
    [
      "a.epub",
      makeZip([
        { name: "META-INF/container.xml", content: '<rootfile full-path="b.opf"/>' },
        { name: "b.opf", content: '<item id="a" href="a.html"/><itemref idref="a"/>' },
        { name: "a.html", content: `${ENTITIES}<html><body><p>${NAMED}</p></body></html>` },
      ]),
    ],
    ["a.html", Buffer.from(`${ENTITIES}<html><body><p>${NAMED}</p></body></html>`)],
    ["a.svg", Buffer.from(`<?xml version="1.0"?>${ENTITIES}<svg><text>${NAMED}</text></svg>`)],
  ])("%s", async (fileName, bytes) => {
    const text = await textOf(bytes, fileName);
    expect(text).toContain("Safe");
    expect(text).not.toMatch(/root:|haha/);
  });
});

describe("what multiplies is bounded", () => {
  test.each<[string, () => Buffer]>([
    [
      "merges over merges",
      () => {
        const rows = Array.from(
          { length: 300 },
          (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, "x")}</row>`,
        );
        const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000);
        return workbook(`<sheetData>${rows.join("")}</sheetData>${merges}`);
      },
    ],
    [
      "rows that begin in the last column",
      () => {
        const rows = Array.from(
          { length: 2_000 },
          (_, i) => `<row r="${i + 1}">${cell(`XFD${i + 1}`, "x")}</row>`,
        );
        return workbook(`<sheetData>${rows.join("")}</sheetData>`);
      },
    ],
    [
      "cells that span a thousand rows and columns",
      () => {
        const row = `<tr>${"<td rowspan=999 colspan=999>x</td>".repeat(20)}</tr>`;
        return Buffer.from(`<table>${row.repeat(50)}</table>`);
      },
    ],
    [
      "a mailbox of lines that look like openings",
      () => {
        const head = "From a@x Fri Nov 20 10:00:00 2026\nFrom: a@x\nTo: b@x\nSubject: x\n\n";
        return Buffer.from(head + "From x\n".repeat(10_000));
      },
    ],
    ["times on every line", () => Buffer.from("0:01 word\n".repeat(50_000))],
    [
      "lines that are nearly a speaker's name",
      () => Buffer.from(`${"A ".repeat(200)}\n`.repeat(5_000)),
    ],
    ["JSON of numbers without end", () => Buffer.from(`[${"1,".repeat(200_000)}1]`)],
  ])(
    "%s",
    async (_, make) => {
      const started = performance.now();
      const text = await textOf(make(), "a");
      expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
      expect(text.length).toBeLessThan(60_000_000);
    },
    GENEROUS_MS,
  );

  test("a PDF of more pages than can be read in time is refused at once", async () => {
    const pages = Array.from({ length: 20_001 }, () => []);
    expect(await rejection(makePdf(pages), "a.pdf")).toBe("source.too_large");
  });

  test("a zip within a document is not opened, and a picture under any name is none", async () => {
    const inner = makeZip([{ name: "word/document.xml", content: "x".repeat(1_000) }]);
    const outer = makeZip([{ name: "a.zip", content: inner.toString("latin1") }]);
    expect(await rejection(outer, "a.docx")).toBe("source.unsupported");
    const picture = Buffer.from("\x89PNG\r\n\x1a\n0000IHDR", "latin1");
    for (const name of ["a.eml", "a.csv", "a.json", "a.srt"])
      expect(await rejection(picture, name)).toBe("source.unsupported");
  });
});
