import { expect, test } from "vitest";
import { makeBookmarkedPdf, makeFormPdf } from "../fixtures/make-pdf.ts";
import { parsePdf } from "./parse-pdf.ts";

test("what was filled into a form stands beside its label", async () => {
  const labels = ["Name:", "Days:", "Kind:"].map((text, at) => ({ text, x: 72, y: 700 - at * 20 }));
  const file = makeFormPdf(labels, ["Anna Miller", "17", "Annual"]);
  const { text } = await parsePdf(file, { fileName: "form.pdf" });
  expect(text.replace(/ \| /g, " ").split("\n")).toEqual([
    "Name: Anna Miller",
    "Days: 17",
    "Kind: Annual",
  ]);
});

test("a line that bookmarks name is a heading, though it looks like the text", async () => {
  const line = "A line of running text as wide as its column is.";
  const tops = [700, 674, 662, 630, 604];
  const texts = ["1. Installing the pump", line, line, "2. Changing the filter", line].map(
    (text, at) => ({ text, x: 72, y: tops[at]! }),
  );
  const file = makeBookmarkedPdf(texts, ["Installing the pump", "Changing the filter"]);
  const { blocks } = await parsePdf(file, { fileName: "manual.pdf" });
  expect(blocks.map(({ kind, level }) => `${kind}${level ?? ""}`)).toEqual([
    "heading1",
    "paragraph",
    "heading1",
    "paragraph",
  ]);
});
