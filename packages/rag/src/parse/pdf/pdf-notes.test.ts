import { expect, test } from "vitest";
import { makePdf, type PdfText } from "../fixtures/make-pdf.ts";
import { parsePdf } from "./parse-pdf.ts";

const parse = (...pages: PdfText[][]) => parsePdf(makePdf(pages), { fileName: "a.pdf" });

function lines(name: string, count: number, { x = 72, top = 700, size = 10 } = {}): PdfText[] {
  return Array.from({ length: count }, (_, index) => ({
    text: `${name}${index} runs on along this line of the text`,
    x,
    y: top - index * size * 1.2,
    size,
  }));
}

const note = (text: string, x: number, y = 90): PdfText => ({ text, x, y, size: 8 });

test("notes at the foot of a column come after the page's text, and part no sentence of it", async () => {
  const { text } = await parse([
    ...lines("left", 12),
    note("1 The first note, which stands below the left one.", 72),
    ...lines("right", 12, { x: 320 }),
    note("2 The second note, which stands below the right.", 320),
  ]);
  expect(text).toContain("left11 runs on along this line of the text right0 runs on");
  expect(text).toMatch(/right11 [^\n]+\n\n1 The first note, [^\n]+\n\n2 The second note/);
});

test("a sentence goes on over a page with any number of notes, and over a caption", async () => {
  const notes = Array.from({ length: 9 }, (_, at) =>
    note(`${at + 1} A note of its own.`, 72, 160 - at * 12),
  );
  const caption = { text: "Figure 1: A caption as large as the text around it.", x: 72, y: 700 };
  const { text } = await parse(
    [...lines("before", 12), ...notes],
    [caption, ...lines("after", 12, { top: 640 })],
  );
  expect(text).toContain("before11 runs on along this line of the text after0 runs on");
  expect(text.indexOf("9 A note of its own.")).toBeGreaterThan(text.indexOf("after11"));
  expect(text).toContain("Figure 1: A caption");
});

test("a note that goes on from the page before stands with the notes", async () => {
  const { text } = await parse(
    [...lines("before", 12), note("1 A note that is too long for its", 72)],
    [
      ...lines("after", 12),
      note("page and ends on the next one.", 72, 110),
      note("2 Another note.", 72, 100),
    ],
  );
  expect(text).toMatch(/after11 [^\n]+\n\n(?:.*\n\n)*1 A note that is too long for its page and/);
  expect(text).toMatch(/ends on the next one\.\n\n2 Another note\.$/);
});

test("notes are no running feet, though both begin with a number at the same height", async () => {
  const pages = [3, 5, 8, 9].map((number) => [
    ...lines(`page${number}line`, 12),
    note(`${number} Note${"abc".repeat(number)} says this.`, 72),
  ]);
  const { text } = await parse(...pages);
  expect(text.match(/Note(?:abc)+ says this/g)).toHaveLength(4);
});

test("a page's number is left out where its head is another's, and high above the edge", async () => {
  const pages = [1, 2, 3, 4, 5].map((number): PdfText[] => [
    ...lines(`page${number}line`, 12),
    number === 4
      ? { text: "4", x: 300, y: 145 }
      : { text: `${number} A HEAD OF THE BOOK`, x: 72, y: 740 },
  ]);
  const { text } = await parse(...pages);
  expect(text).not.toMatch(/^4$/m);
  expect(text).not.toContain("A HEAD");
});

test("a mark set close to its note is parted from it", async () => {
  const { text } = await parse([
    ...lines("body", 12),
    { text: "1", x: 72, y: 93, size: 5 },
    { text: "The note follows its mark closely.", x: 75, y: 90, size: 8 },
  ]);
  expect(text).toContain("1 The note follows");
});

test("pages that all say the same are not left out as running heads", async () => {
  const slip: PdfText[] = [{ text: "Handle with care", x: 72, y: 760 }];
  expect((await parse(slip, slip, slip)).text).toContain("Handle with care");
});

test("the first line of a text that goes on below it is no running head", async () => {
  const page: PdfText[] = [
    { text: "This clause is for demonstration only. It ex", x: 72, y: 740 },
    { text: "ists so that the page has text.", x: 72, y: 728 },
  ];
  const { text } = await parse(page, page, page);
  expect(text.match(/This clause is for demonstration/g)).toHaveLength(3);
});

test("notes as large as the text are known by their raised marks, over columns and pages", async () => {
  const mark = (text: string, y: number): PdfText[] => [
    { text, x: 72, y: y + 4, size: 6 },
    { text: "Another note, as large as the text", x: 76, y },
  ];
  const { text } = await parse(
    [...lines("left", 12), ...mark("1", 540), ...mark("2", 528), ...lines("right", 12, { x: 320 })],
    lines("after", 12),
  );
  expect(text).toContain("left11 runs on along this line of the text right0 runs on");
  expect(text).toContain("right11 runs on along this line of the text after0 runs on");
  expect(text).toMatch(/1 Another note, [^\n]+\n\n2 Another note/);
});
