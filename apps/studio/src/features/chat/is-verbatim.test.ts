import type { Citation } from "@understudy/core/conversation/contract";
import { expect, test } from "vitest";
import { isVerbatim } from "./is-verbatim.ts";

function cite(quote: string, start: number, end: number): Citation {
  const place = { start: 0, end: quote.length };
  return {
    sourceId: "s",
    sourceTitle: "S",
    chunkId: null,
    quote,
    locator: place,
    answerSpan: { start, end },
  };
}

test("holds for sentences as they stand in the source, white space aside", () => {
  expect(
    isVerbatim({ text: "- A b.\n\nC.", citations: [cite("A\nb.", 2, 6), cite("C.", 8, 10)] }),
  ).toBe(true);
});

test("does not hold when a word stands outside the quotes", () => {
  expect(isVerbatim({ text: "So: A b.", citations: [cite("A b.", 4, 8)] })).toBe(false);
});

test("does not hold when a quote was reworded, or nothing is cited", () => {
  expect(isVerbatim({ text: "A c.", citations: [cite("A b.", 0, 4)] })).toBe(false);
  expect(isVerbatim({ text: "A b.", citations: [] })).toBe(false);
});
