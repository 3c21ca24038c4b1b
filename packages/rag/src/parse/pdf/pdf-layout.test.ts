import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../document.ts";
import { makePdf, type PdfText } from "../fixtures/make-pdf.ts";
import { parsePdf } from "./parse-pdf.ts";

const LINE = "A line of running text as wide as its column is.";

function column(texts: readonly string[], x: number, top = 700): PdfText[] {
  return texts.map((text, index) => ({ text, x, y: top - index * 12 }));
}

function numbered(name: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${name}${index} runs on along this line of the text`,
  );
}

async function parse(...pages: PdfText[][]): Promise<ParsedDocument> {
  return parsePdf(makePdf(pages), { fileName: "a.pdf" });
}

function blocksOf({ text, blocks }: ParsedDocument): string[] {
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`,
  );
}

describe("over several pages", () => {
  test("a head is left out where the columns below it part it on some pages", async () => {
    const columns = (page: number) =>
      [...column(numbered(`left${page}`, 9), 50), ...column(numbered(`right${page}`, 9), 320)].sort(
        (a, b) => b.y - a.y,
      );
    const head = (right: number) => [
      { text: "Journal of Harbours", x: 50, y: 770, size: 8 },
      { text: "Smith et al.", x: right, y: 770, size: 8 },
    ];
    const { text } = await parse(
      [...head(500), ...column([LINE, LINE], 72, 650)],
      [...head(500), ...columns(2)],
      [...head(500), ...columns(3)],
    );
    expect(text).not.toMatch(/Journal|Smith/);
    expect(text).toContain("right38");
  });

  test("a table keeps its head and every row on each page", async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, at) => ({ text, x: 72 + at * 150, y }));
    const pages = [1, 2, 3].map((page) => [
      ...row(740, "Item", "Price"),
      ...Array.from({ length: 20 }, (_, i) =>
        row(724 - i * 16, `Article ${page * 100 + i}`, `${page}.${i}`),
      ).flat(),
    ]);
    const lines = (await parse(...pages)).text.split(/\n+/);
    expect(lines.filter((line) => line === "Item | Price")).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith("Article"))).toHaveLength(60);
  });
});

test("marks of a list set apart from its items make no table", async () => {
  const items = ["Close the sea cock", "Check the bilge"].flatMap((text, at) => [
    { text: "\u0095", x: 72, y: 700 - at * 14 },
    { text, x: 100, y: 700 - at * 14 },
  ]);
  expect(blocksOf(await parse(items))).toEqual([
    "list_item: • Close the sea cock",
    "list_item: • Check the bilge",
  ]);
});

test("a chain of hyphens and a name keep theirs at the end of a line", async () => {
  const lines = ["a crew that is quite state-of-the-", "art and came from Saint-", "Malo by ship."];
  expect((await parse(column(lines, 72))).text).toBe(
    "a crew that is quite state-of-the-art and came from Saint-Malo by ship.",
  );
});

test("the lines of a cell are one text where each goes on in small letters", async () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((text, at) => ({ text, x: 72 + at * 240, y }));
  const document = await parse([
    ...row(700, "Question", "Answer"),
    ...row(684, "How long is the warranty of", "Two years from the day that it"),
    ...row(672, "what was bought abroad?", "was bought on."),
    ...row(656, "Who pays?", "We do."),
  ]);
  expect(blocksOf(document)).toEqual([
    "table: Question | Answer\nHow long is the warranty of what was bought abroad? | Two years from the day that it was bought on.\nWho pays? | We do.",
  ]);
});

describe("few words far from a table", () => {
  const grid = ["Season Opens Closes", "Summer 6:00 22:00", "Winter 8:00 18:00"].flatMap(
    (row, line) =>
      row.split(" ").map((text, at) => ({ text, x: 290 + at * 90, y: 700 - line * 20 })),
  );
  const words = ["Opening times", "The office opens at 7:30.", "It rests on Sundays."];
  const beside = (top: number) =>
    words.map((text, line) => ({ text, x: 43, y: top - line * 13, size: 11 }));

  test("stand beside it where no line is level with a row", async () => {
    expect(blocksOf(await parse([...beside(695), ...grid])).at(-1)).toBe(
      "table: Season | Opens | Closes\nSummer | 6:00 | 22:00\nWinter | 8:00 | 18:00",
    );
  });

  test("are its first column where they are", async () => {
    const rows = words.map((text, line) => ({ text, x: 43, y: 700 - line * 20 }));
    expect((await parse([...rows, ...grid])).text).toContain("Opening times | Season | Opens");
  });
});
