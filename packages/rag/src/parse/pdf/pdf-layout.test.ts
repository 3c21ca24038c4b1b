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

test("columns of a few lines amid wide text are read one after the other, level or not", async () => {
  const wide =
    "A line of text that goes over the whole width of the page, from one side to the other one.";
  const left = [
    "Meals are paid at 32.50 for a lunch and",
    "at 38.00 for dinner. Receipts are here",
    "required above 50. Hotels are booked.",
  ];
  const right = [
    "In a hotel the limit is 180 for a night",
    "and 160 elsewhere, with a breakfast that",
    "is included.",
  ];
  for (const shift of [0, 5]) {
    const { text } = await parse([
      { text: wide, x: 72, y: 740 },
      ...left.map((line, at) => ({ text: line, x: 72, y: 700 - at * 12 })),
      ...right.map((line, at) => ({ text: line, x: 320, y: 700 - at * 12 + shift })),
      { text: wide, x: 72, y: 640 },
      { text: wide, x: 72, y: 628 },
    ]);
    expect(text).toContain(`${left.join(" ")}`);
    expect(text).toContain(`${right.join(" ")}`);
  }
});

test("columns of two lines are read one after the other where both go on in small letters", async () => {
  const { text } = await parse([
    { text: "It is cheap and quick, and people like", x: 72, y: 700 },
    { text: "It is loud, and it needs a permit from", x: 320, y: 700 },
    { text: "it.", x: 72, y: 688 },
    { text: "the city.", x: 320, y: 688 },
  ]);
  expect(text).toContain("and people like it.");
  expect(text).toContain("a permit from the city.");
});

test("rows that stand far apart are one table", async () => {
  const rows = [
    ["Years", "Days", "Notice"],
    ["0 to 2", "25", "2 weeks"],
    ["3 to 5", "27", "3 weeks"],
    ["More", "30", "4 weeks"],
  ];
  const texts = rows.flatMap((cells, row) =>
    cells.map((text, at) => ({ text, x: 72 + at * 150, y: 700 - row * 31 })),
  );
  expect((await parse(texts)).text).toBe(rows.map((cells) => cells.join(" | ")).join("\n"));
});

test("rows at the top of pages that differ in numbers alone are no running heads", async () => {
  const page = (first: number): PdfText[] =>
    Array.from({ length: 30 }, (_, at) => [
      `C-${first + at}`,
      `Centre number ${first + at}`,
    ]).flatMap((cells, row) =>
      cells.map((text, at) => ({ text, x: 72 + at * 240, y: 740 - row * 20 })),
    );
  const { text } = await parse(page(101), page(131), page(161));
  expect(text.match(/C-\d+ \| Centre/g)).toHaveLength(90);
});

test("lines of running text that were spread to a margin are no table", async () => {
  // In Helvetica of 10 points an n takes 5.56 points and a space half of it.
  const words = (count: number) => Array<string>(count).fill("nnnn").join(" ");
  const width = (count: number) => count * 4 * 5.56 + (count - 1) * 2.78;
  const full = (y: number): PdfText[] => [{ text: words(10), x: 72, y }];
  const spread = (y: number, first: number, last: number): PdfText[] => [
    { text: words(first), x: 72, y },
    { text: words(last), x: 72 + width(10) - width(last), y },
  ];
  const { blocks } = await parse([
    ...full(700),
    ...full(688),
    ...spread(676, 4, 5),
    ...spread(664, 3, 6),
    ...full(652),
  ]);
  expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph"]);
});

test("sums below the last row are rows, and the head is not taken for the first one's", async () => {
  const at = (y: number, ...cells: readonly string[]) =>
    cells.flatMap((text, index) =>
      text === "" ? [] : [{ text, x: [72, 110, 320, 420][index]!, y }],
    );
  const { text } = await parse([
    ...at(700, "Pos", "Description", "Price", "Amount"),
    ...at(686, "", "Consulting in March, with a workshop"),
    ...at(680, "1", "", "180.00", "2250.00"),
    ...at(674, "", "of the team"),
    ...at(660, "2", "Travel", "95.40", "95.40"),
    ...at(646, "", "", "Subtotal", "2345.40"),
    ...at(632, "", "", "VAT 8.1%", "189.98"),
  ]);
  expect(text.split("\n")).toEqual([
    "Pos | Description | Price | Amount",
    "1 | Consulting in March, with a workshop of the team | 180.00 | 2250.00",
    "2 | Travel | 95.40 | 95.40",
    " |  | Subtotal | 2345.40",
    " |  | VAT 8.1% | 189.98",
  ]);
});

test("rows of which only some cells are filled stay rows, however far apart", async () => {
  const at = (y: number, ...cells: readonly string[]) =>
    cells.flatMap((text, index) => (text === "" ? [] : [{ text, x: 72 + index * 90, y }]));
  const sparse = await parse([
    ...at(700, "Code", "Place", "Seen", "Status"),
    ...at(675, "S-1", "A-12", "450"),
    ...at(651, "", "B-07", "", "OK"),
    ...at(627, "S-2", "", "780"),
  ]);
  expect(sparse.text.split("\n")).toEqual([
    "Code | Place | Seen | Status",
    "S-1 | A-12 | 450",
    " | B-07 |  | OK",
    "S-2 |  | 780",
  ]);
  const pairs = await parse([
    ...at(700, "Phone", "111", "Make", "Jeep"),
    ...at(685, "Claim", "222", "Trim", "Limited"),
    ...at(670, "Email", "333", "VIN", "1C4"),
    ...at(655, "", "", "Color", "White"),
  ]);
  expect(pairs.text).toContain("Email | 333 | VIN | 1C4\n |  | Color | White");
});
