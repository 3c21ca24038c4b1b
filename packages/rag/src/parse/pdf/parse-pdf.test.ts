import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../document.ts";
import { makeMappedPdf, makePdf, makeScanPdf, type PdfText } from "../fixtures/make-pdf.ts";
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

describe("parsePdf", () => {
  test("keeps pages and gives each block its page and box", async () => {
    const document = await parse(
      [{ text: "First page.", x: 72, y: 700 }],
      [{ text: "Second page.", x: 72, y: 700 }],
    );
    expect(document.pageCount).toBe(2);
    expect(document.text).toBe("First page.\n\nSecond page.");
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 2]);
    const [left, top, width, height] = document.blocks[0]!.box!;
    expect([left, top]).toEqual([72, 84]);
    expect(width).toBeCloseTo(48, -1);
    expect(height).toBeCloseTo(10, -1);
  });

  test("reads columns one after the other, below a headline that spans them", async () => {
    const left = numbered("left", 8);
    const right = numbered("right", 8);
    const rows = [...column(left, 50), ...column(right, 320)].sort((a, b) => b.y - a.y);
    const { text } = await parse([
      { text: "A headline over both columns of it", x: 120, y: 740, size: 20 },
      ...rows,
    ]);
    const order = [...text.matchAll(/(left|right)(\d)/g)].map(([name]) => name);
    expect(order).toEqual([...left, ...right].map((line) => line.split(" ")[0]));
    expect(text.startsWith("A headline")).toBe(true);
  });

  test("reads the rows of a table across", async () => {
    const cells = ["Tea", "2.50", "Coffee", "3.00", "Water", "0.50"];
    const rows = cells.map((text, index) => ({
      text,
      x: index % 2 ? 300 : 72,
      y: 700 - Math.floor(index / 2) * 14,
    }));
    const document = await parse(rows);
    expect(blocksOf(document)).toEqual(["table: Tea | 2.50\nCoffee | 3.00\nWater | 0.50"]);
  });

  test("knows headings by size, and by face where they stand apart", async () => {
    const body = (y: number) => column([LINE, LINE, LINE], 72, y);
    const document = await parse([
      { text: "The Title", x: 72, y: 750, size: 22 },
      { text: "Part One", x: 72, y: 720, size: 14 },
      ...body(700),
      { text: "1.2 Details", x: 72, y: 640, isBold: true },
      ...body(620),
    ]);
    const headings = blocksOf(document).filter((block) => block.startsWith("heading"));
    expect(headings).toEqual([
      "heading1: The Title",
      "heading2: Part One",
      "heading4: 1.2 Details",
    ]);
    expect(document.title).toBe("The Title");
  });

  test("leaves out running heads, feet and page numbers", async () => {
    const pages = Array.from({ length: 5 }, (_, index): PdfText[] => [
      { text: `${index + 1} The Annual Report`, x: 72, y: 770 },
      ...column([`Chapter text of page ${index + 1} stands here.`, LINE], 72, 650),
      { text: `Page ${index + 1} of 5`, x: 280, y: 30 },
    ]);
    const { text } = await parse(...pages);
    expect(text).not.toMatch(/Annual Report|of 5/);
    expect(text).toMatch(/Chapter text of page 5/);
  });

  test("makes words whole that a line end parted, and keeps true hyphens", async () => {
    const { text } = await parse(
      column(
        [
          "The well-known inter-",
          "national firm is a well-",
          "known one, said its direc-",
          "tor on an early morning.",
        ],
        72,
      ),
    );
    expect(text).toBe(
      "The well-known international firm is a well-known one, said its director on an early morning.",
    );
  });

  test("keeps a hyphen between two words that nowhere are one and make such compounds elsewhere", async () => {
    const lines = [
      "The inner part of the city and its inner-most",
      "ring are old: an inner court, a city hall, inner-",
      "city schools, and its develop-",
      "ment goes on, as there develop new ments there.",
    ];
    const { text } = await parse(column(lines, 72));
    expect(text).toContain("inner-city schools");
    expect(text).toContain("development goes on");
  });

  test("carries a sentence over a page break", async () => {
    const wide = "This is the last full line of the first page and it goes";
    const document = await parse(
      column([LINE, wide], 72),
      column(["on over the page break without an end.", LINE], 72),
    );
    expect(document.text).toContain("and it goes on over the page break");
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 2]);
  });

  test("parts paragraphs at indents and gaps, and lists at their marks", async () => {
    const document = await parse([
      ...column([`${LINE} A`, `${LINE} B.`], 72, 700),
      { text: `${LINE} C`, x: 90, y: 676 },
      { text: `${LINE} D.`, x: 72, y: 664 },
      { text: "- one thing that is on the list", x: 72, y: 640 },
      { text: "- another thing that is on it", x: 72, y: 628 },
    ]);
    const kinds = document.blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(["paragraph", "paragraph", "list_item", "list_item"]);
  });

  test("puts raised note marks back where they were set", async () => {
    const { text } = await parse([
      { text: "The rule was old", x: 72, y: 700 },
      { text: "7", x: 147, y: 705, size: 6 },
      { text: " and kept by everyone.", x: 151, y: 700 },
      { text: LINE, x: 72, y: 688 },
    ]);
    expect(text).toMatch(/^The rule was old ?7 and kept by everyone\. A line/);
  });

  test("keeps the cells of a table in their columns, empty and wrapped ones too", async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, column) => ({ text, x: [72, 200, 300][column]!, y })).filter((t) => t.text);
    const document = await parse([
      ...row(700, "Day", "Opens", "Closes"),
      ...row(684, "Monday", "9:00", "17:00"),
      ...row(668, "Sunday", "", "closed"),
      ...row(652, "Holidays", "as the notice", "12:00"),
      ...row(640, "", "at the door says"),
      ...column([LINE, LINE], 72, 600),
    ]);
    expect(blocksOf(document)[0]).toBe(
      "table: Day | Opens | Closes\nMonday | 9:00 | 17:00\nSunday |  | closed\nHolidays | as the notice at the door says | 12:00",
    );
    expect(document.blocks).toHaveLength(2);
  });

  test("reads a sidebar apart from the text that it stands beside", async () => {
    const side = ["Contents", "Hours", "Rules", "Prices", "Contact", "Imprint"];
    const sidebar = side.map((text, index) => ({ text, x: 50, y: 705 - index * 11, size: 8 }));
    const { text } = await parse([...sidebar, ...column(numbered("main", 12), 180)]);
    expect(text.replaceAll("\n", " ")).toContain(side.join(" "));
    expect(text).toMatch(/main0 runs on along this line of the text main1/);
  });

  test("leaves out heads on both of two pages, and what page of how many it is", async () => {
    const pages = [1, 2].map((number): PdfText[] => [
      { text: "The Annual Report", x: 72, y: 770 },
      ...column([`What page ${number} has to say.`, LINE], 72, 650),
      { text: `Page ${number} of 2`, x: 280, y: 30 },
    ]);
    expect((await parse(...pages)).text).not.toMatch(/Annual Report|of 2/);
  });

  test("reads East Asian text through the character map that its font names", async () => {
    const japanese = { name: "90ms-RKSJ-H", ordering: "Japan1" };
    const file = makeMappedPdf(japanese, iconv.encode("会社概要。テスト", "shift_jis"));
    expect((await parsePdf(file, { fileName: "a.pdf" })).text).toBe("会社概要。テスト");
  });
});

describe("a scan", () => {
  const stamp = (page: number) => [
    { text: `Received 2024-05-0${page}, page ${page}`, x: 72, y: 760 },
  ];
  const cover = column(numbered("cover", 6), 72);

  test.each<[string, PdfText[][]]>([
    ["without any text", [[], []]],
    ["with a stamp", [stamp(1)]],
    ["with a stamp on each page", [1, 2, 3, 4].map(stamp)],
    ["behind a cover that has text", [cover, [], [], []]],
    ["behind a cover, with stamps", [cover, ...[1, 2, 3].map(stamp)]],
  ])("%s has no text layer", async (_, pages) => {
    const parsed = parsePdf(makeScanPdf(pages), { fileName: "a.pdf" });
    await expect(parsed).rejects.toMatchObject({ reason: "source.no_text_layer" });
  });

  test("whose text was recognised is read, and so is a page of few words", async () => {
    const scan = await parsePdf(makeScanPdf([cover, cover, cover, []]), { fileName: "a.pdf" });
    expect(scan.text).toContain("cover5");
    expect(scan.picturePages).toEqual([4]);
    const short = await parse([{ text: "Closed.", x: 72, y: 700 }], []);
    expect(short.text).toBe("Closed.");
    expect(short.picturePages).toBeUndefined();
  });
});
