import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, highlight, parseSpan } from "./cut-text.ts";

const passage = (ordinal: number, start: number, end: number) => ({
  ordinal,
  locator: { start, end },
});

test("begins a block where a passage begins, overlap or not", () => {
  const blocks = cutText("0123456789", [passage(0, 2, 7), passage(1, 5, 10)]);
  expect(blocks).toEqual([
    { start: 0, end: 2, ordinal: null },
    { start: 2, end: 5, ordinal: 0 },
    { start: 5, end: 10, ordinal: 1 },
  ]);
});

test("covers any text without gap or overlap", () => {
  const starts = fc.array(fc.nat(30_000), { maxLength: 20 });
  const text = fc
    .integer({ min: 0, max: 25_000 })
    .map((length) => "words and\n".repeat(length / 10));
  fc.assert(
    fc.property(text, starts, (source, offsets) => {
      const passages = offsets.map((start, ordinal) => passage(ordinal, start, start + 10));
      const blocks = cutText(source, passages);
      expect(blocks.map(({ start, end }) => source.slice(start, end)).join("")).toBe(source);
      expect(blocks.every(({ start, end }) => end > start)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("has no empty block after one as long as may be", () => {
  const source = `${"x".repeat(6_000)}\n`;
  expect(cutText(source, [])).toEqual([
    { start: 0, end: 6_000, ordinal: null },
    { start: 6_000, end: 6_001, ordinal: null },
  ]);
});

test("marks the part of a block that a span covers", () => {
  const parts = highlight({ start: 10, end: 20 }, { start: 15, end: 40 });
  expect(parts).toEqual([
    { start: 10, end: 15, isMarked: false },
    { start: 15, end: 20, isMarked: true },
  ]);
  expect(highlight({ start: 10, end: 20 }, { start: 30, end: 40 })).toEqual([
    { start: 10, end: 20, isMarked: false },
  ]);
});

test.each([
  ["120-260", { start: 120, end: 260 }],
  ["260-120", null],
  ["words", null],
  [undefined, null],
])("reads %s of the address", (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});
