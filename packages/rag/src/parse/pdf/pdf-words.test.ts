import { expect, test } from "vitest";
import { makeHyphenPdf, makePdf, type PdfText } from "../fixtures/make-pdf.ts";
import { composeAccents, orderLamAlef } from "./compose-accents.ts";
import { readCorkLetters } from "./cork-letters.ts";
import { parsePdf } from "./parse-pdf.ts";

const parse = (...pages: PdfText[][]) => parsePdf(makePdf(pages), { fileName: "a.pdf" });

const WIDE = "This line goes as far to the right as the text of the page ever goes, ";

function paragraph(...ends: readonly string[]): PdfText[] {
  return ends.map((end, at) => ({ text: end, x: 72, y: 700 - at * 12 }));
}

test("letters of TeX's bitmap fonts are read by their codes, in those fonts alone", () => {
  const items = readCorkLetters([
    { fontName: "a", str: "\x88 bene\x1Ct, o\x1Ece, \x10so\x11, Stra\xFFe, na\xA6\xA0" },
    { fontName: "b", str: "Stra\xFFe \x10" },
    { fontName: "c", str: "\x1B\x10\x12 \x1C\x1E\x13a" },
  ]);
  expect(items.map(({ str }) => str)).toEqual([
    "• benefit, office, “so”, Straße, naęă",
    "Stra\xFFe \x10",
    "\x1B\x10\x12 \x1C\x1E\x13a",
  ]);
});

test("free-standing accents are set over their letters", () => {
  expect(composeAccents("M¨uller, caf´e, tr`es, na¨ıve, garc¸on, ¨x, `code`, 5´")).toBe(
    "Müller, café, très, naïve, garçon, ẍ, `code`, 5´",
  );
});

test("addresses, ranges and numbers in words are whole again after a line's end", async () => {
  const { text } = await parse(
    paragraph(
      `${WIDE}see https://`,
      `example.org/a/b. ${WIDE}or https://example.org/a-`,
      `long/path. ${WIDE} on pp. 11\x96`,
      `30, ${WIDE}of the seventeenth-`,
      `century. ${WIDE}for some seventy-`,
      "five years.",
    ),
  );
  expect(text).toContain("see https://example.org/a/b.");
  expect(text).toContain("or https://example.org/a-long/path.");
  expect(text).toContain("pp. 11–30,");
  expect(text).toContain("seventeenth-century. ");
  expect(text).toContain("seventy-five years");
});

test("references are items, and numbered capitals headings, but lines of formulas are not", async () => {
  const { blocks, text } = await parse([
    ...paragraph(WIDE, WIDE, WIDE),
    { text: "II. RELATED WORK", x: 200, y: 640, size: 8 },
    ...["[1] A. Author, Of things, 1970.", "[2] B. Writer, Of more things, 1971."].map(
      (line, at) => ({
        text: line,
        x: 72,
        y: 610 - at * 12,
      }),
    ),
    { text: "Xn (yi - f (xi))2", x: 200, y: 560, size: 14 },
  ]);
  const kinds = blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
  expect(kinds.slice(1)).toEqual([
    "heading: II. RELATED WORK",
    "list_item: [1] A. Author, Of things, 1970.",
    "list_item: [2] B. Writer, Of more things, 1971.",
    "paragraph: Xn (yi - f (xi))2",
  ]);
});

test("authors side by side below a title stand before the columns", async () => {
  const column = (name: string, x: number): PdfText[] =>
    Array.from({ length: 12 }, (_, at) => ({
      text: `${name}${at} runs on along this line of the text`,
      x,
      y: 640 - at * 12,
    }));
  const { text } = await parse([
    { text: "A title that goes over both of the columns", x: 150, y: 740, size: 18 },
    { text: "Anna Author", x: 140, y: 710 },
    { text: "University of Bern", x: 130, y: 698 },
    { text: "Ben Writer", x: 390, y: 710 },
    { text: "Acme", x: 400, y: 698 },
    ...column("left", 72),
    ...column("right", 320),
  ]);
  expect(text.indexOf("Acme")).toBeLessThan(text.indexOf("left0"));
  expect(text).toContain("left11 runs on along this line of the text right0");
});

test("numbers that stand out before the items of the right column stay with them", async () => {
  const left = Array.from({ length: 30 }, (_, at) => ({
    text: `left${at} runs on along this line, up to`,
    x: 72,
    y: 700 - at * 12,
  }));
  const items = [7, 8].flatMap((number, at): PdfText[] => [
    { text: `[${number}]`, x: 254, y: 688 - at * 36 },
    ...["An author of a thing, and what it is", "called, and where it was printed in"].map(
      (line, row) => ({
        text: line,
        x: 276,
        y: 688 - at * 36 - row * 12,
      }),
    ),
  ]);
  const { text } = await parse([...left, ...items]);
  expect(text).toContain("[7] An author");
  expect(text).not.toMatch(/up to \[7\]/);
});

test("exponents and marks of notes after figures stay raised", async () => {
  const { text } = await parse([
    { text: "It was in 2023", x: 72, y: 700 },
    { text: "12", x: 133.8, y: 704, size: 6 },
    { text: "that 10", x: 152, y: 700 },
    { text: "3", x: 182.8, y: 704, size: 6 },
    { text: "were seen by all.", x: 192, y: 700 },
  ]);
  expect(text).toBe("It was in 2023¹² that 10³ were seen by all.");
});

test("an article before an alef with hamza is put in order", () => {
  expect(orderLamAlef("تحسين اإلنتاجية من األدوات في المال")).toBe(
    "تحسين الإنتاجية من الأدوات في المال",
  );
});

test("a line with a fraction looks like its text, not like the fraction's foot", async () => {
  const before = Array.from({ length: 6 }, (_, at) => ({
    text: "A line of running text as wide as its column is, up to here",
    x: 72,
    y: 700 - at * 12,
  }));
  const { blocks } = await parse([
    ...before,
    { text: "ranges from 1/", x: 72, y: 628 },
    { text: "6 inch, and the bellows type is", x: 134, y: 628, size: 5.5 },
    { text: "the one that comes after it, as wide as its column is.", x: 72, y: 616 },
  ]);
  expect(blocks).toHaveLength(1);
});

test.each([{ hyphen: "002D" }, { hyphen: "00AD" }, { hyphen: "00AD", isDeflated: true }])(
  "hyphens are seen, whatever a font calls them: $hyphen",
  async (map) => {
    const lines = paragraph(`${WIDE}at sea-level, where it is kept in-`, `cidentally, ${WIDE}.`);
    const { text } = await parsePdf(makeHyphenPdf(lines, map), { fileName: "a.pdf" });
    expect(text).toContain("at sea-level, where it is kept incidentally, This line");
  },
);
