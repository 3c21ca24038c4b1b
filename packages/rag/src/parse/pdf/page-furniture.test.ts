import { expect, test } from "vitest";
import { makePdf, makeScanPdf } from "../fixtures/make-pdf.ts";
import { parsePdf } from "./parse-pdf.ts";

test("keeps the titles of slides and chapters that differ in their numbers, and no stamp across", async () => {
  const pages = [1, 2, 3, 4].map((page) => [
    { text: `Lesson ${page}`, x: 72, y: 740, size: 24 },
    { text: "A line of running text as wide as its column is.", x: 72, y: 600 },
    { text: `Point ${page} is made.`, x: 72, y: 588 },
    { text: "DRAFT", x: 200, y: 300, size: 80, isSlanted: true },
  ]);
  const { text, blocks } = await parsePdf(makePdf(pages), { fileName: "a.pdf" });
  const headings = blocks.filter(({ kind }) => kind === "heading");
  expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual([
    "Lesson 1",
    "Lesson 2",
    "Lesson 3",
    "Lesson 4",
  ]);
  expect(text).not.toContain("DRAFT");
});

test("a scan whose pages say their numbers over one picture has no text layer", async () => {
  const scan = makeScanPdf([1, 2, 3].map((page) => [{ text: String(page), x: 300, y: 20 }]));
  const [first = "", ...rest] = scan.toString("latin1").split("/Width 1240");
  const shared = [first, ...rest].join("/Width 0001").replace("/Width 0001", "/Width 0350");
  const file = Buffer.from(
    shared.replace(/\/I \d+ 0 R/g, (name) => "/I 6 0 R".padEnd(name.length)),
    "latin1",
  );
  const parsed = parsePdf(file, { fileName: "a.pdf" });
  await expect(parsed).rejects.toMatchObject({ reason: "source.no_text_layer" });
});
