import { expect, test } from "vitest";
import { parseMarkdown } from "./parse-markdown.ts";
import { splitMarkdown } from "./split-markdown.ts";

const prose = "The vault opens at nine, and closes at five.\n\n";
const filler = prose.repeat(200);
const textOf = (source: string) => parseMarkdown(Buffer.from(source)).text;

test("a short text is one part, a long one is parted where something new begins", () => {
  expect(splitMarkdown(prose)).toEqual([prose]);
  const pieces = splitMarkdown(`# A\n\n${filler}\n\n1. one\n\n1. two\n\n# B\n\nend`);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(8_192);
  expect(pieces.join("\n")).toBe(`# A\n\n${filler}\n\n1. one\n\n1. two\n\n# B\n\nend`);
});

test("addresses are known and notes left out in whichever part they stand", () => {
  const source = `See [the plan][Plan A] and it is so.[^1]\n\n${filler}[plan a]: http://a.example\n\n[^1]: Says who.\n`;
  const text = textOf(source);
  expect(text).toMatch(/^See the plan and it is so\.\n/);
  expect(text).toMatch(/Says who\.$/);
});

test("what is held together is not parted: code, comments, long lists", () => {
  const code = `\`\`\`js\n${"a();\n\n".repeat(20_000)}\`\`\`\n\nAfter.`;
  const { blocks, text } = parseMarkdown(Buffer.from(code));
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(["code", "paragraph"]));
  expect(text.endsWith("After.")).toBe(true);
  expect(textOf(`Seen.\n\n<!--\n${filler.repeat(9)}-->\n\nAgain.`)).toBe("Seen.\n\nAgain.");
  const list = textOf("1. one\n\n".repeat(700));
  expect(list.split("\n").slice(-1)).toEqual(["700. one"]);
});

test.each([
  ["underlined headings", "Title\n=====\n\nText.\n\n"],
  ["underlined headings in a row", "a\n=\n"],
  ["quotations", "> said\n> so\n\nText.\n\n"],
  ["brackets", "]"],
  ["quotations within one another", ">"],
  ["pairs", "[a]"],
  ["emphasis", "**a*b"],
])("%s are cut into parts of a size, so that time grows with the text", (_, unit) => {
  const source = unit.repeat(Math.ceil(100_000 / unit.length));
  const marks = (piece: string) => piece.replace(/\\./g, "").match(/[[\]*>]/g)?.length ?? 0;
  for (const piece of splitMarkdown(source)) {
    expect(piece.length <= 7_000 || marks(piece) < 400).toBe(true);
  }
});
