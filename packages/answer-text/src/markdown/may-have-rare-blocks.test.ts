import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_MARKDOWN } from "./empty-markdown.ts";
import { growMarkdown, type MarkdownText } from "./grow-markdown.ts";
import { piecesOf } from "./inline.ts";
import { mayHaveRareBlocks } from "./may-have-rare-blocks.ts";

const WITHOUT: MarkdownText = { text: "", leaves: [], rare: null };
const PARTS = [
  "word ",
  "- ",
  "1. ",
  "**",
  "*",
  "_",
  "-",
  "`",
  "~",
  "|",
  "> ",
  "# ",
  "\n",
  "\t",
  "  ",
];

test("a text that seems to have no rare block reads the same without what reads them", () => {
  const texts = fc
    .array(fc.constantFrom(...PARTS), { maxLength: 24 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(!mayHaveRareBlocks(text));
      const { leaves } = growMarkdown(WITHOUT, text);
      expect(leaves).toEqual(growMarkdown(EMPTY_MARKDOWN, text).leaves);
    }),
    { numRuns: 2_000 },
  );
});

test("until they can be read, a table and a quote are the words they are", () => {
  const text = "Prices:\n\n| Size | Price |\n|---|---|\n| small | 3 |\n\n> Ask us.";
  const { leaves } = growMarkdown(WITHOUT, text);
  expect(leaves.map(({ kind }) => kind)).toEqual(Array(leaves.length).fill("paragraph"));
  const words = piecesOf(leaves.flatMap(({ nodes }) => nodes)).map((piece) => piece.text);
  expect(words.join("")).toContain("| small | 3 |");
  expect(mayHaveRareBlocks(text)).toBe(true);
});
