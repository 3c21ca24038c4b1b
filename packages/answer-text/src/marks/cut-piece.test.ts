import type { Citation } from "@understudy/core/conversation/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_MARKDOWN } from "../markdown/empty-markdown.ts";
import { growMarkdown } from "../markdown/grow-markdown.ts";
import { piecesOf } from "../markdown/inline.ts";
import { cutPiece } from "./cut-piece.ts";
import { placeMarks } from "./place-marks.ts";
import { settleMarks } from "./settle-marks.ts";

type Span = Citation["answerSpan"];

function cite(answerSpan: Span, place = answerSpan.start): Citation {
  return {
    sourceId: "source",
    sourceTitle: "Handbook",
    chunkId: null,
    quote: "words",
    locator: { start: place, end: place + 5 },
    answerSpan,
  };
}

function show(text: string, citations: Citation[], unsupportedSpans: Span[] = []) {
  const { leaves } = growMarkdown(EMPTY_MARKDOWN, text);
  const settled = settleMarks(leaves, placeMarks({ citations, unsupportedSpans }));
  return leaves.flatMap((leaf) => {
    const own = settled.get(leaf) ?? [];
    return piecesOf(leaf.nodes).flatMap((piece) =>
      cutPiece(piece, own).map((slice) => ({
        text: slice.text,
        within: slice.within.map(({ rests }) => rests?.number ?? "unsupported"),
        chips: slice.chips.map(({ rests }) => rests?.number ?? "unsupported"),
      })),
    );
  });
}

const chipsOf = (...shown: Parameters<typeof show>) =>
  show(...shown).map(({ text, chips }) => [text, ...chips]);

test("puts each chip where its sentence ends, numbered in reading order", () => {
  const citations = [cite({ start: 5, end: 9 }), cite({ start: 0, end: 4 })];
  expect(chipsOf("One. Two.", citations)).toEqual([["One.", 1], [" "], ["Two.", 2]]);
});

test("keeps chips at their words through emphasis, lists and links", () => {
  const text = "- **One.**\n- [Two](https://x.y). Three";
  const citations = [cite({ start: 2, end: 10 }), cite({ start: 13, end: 32 })];
  expect(chipsOf(text, citations)).toEqual([["One.", 1], ["Two"], [".", 2], [" Three"]]);
});

test("a stretch over two paragraphs is marked in both, with its chip at its end", () => {
  expect(show("One\n\nTwo", [cite({ start: 0, end: 8 })])).toEqual([
    { text: "One", within: [1], chips: [] },
    { text: "Two", within: [1], chips: [1] },
  ]);
});

test("gives one number to one place in a source, and one chip to one place in the answer", () => {
  const citations = [
    cite({ start: 0, end: 4 }, 100),
    cite({ start: 1, end: 4 }, 100),
    cite({ start: 5, end: 9 }, 100),
  ];
  expect(show("One. Two.", citations).flatMap(({ chips }) => chips)).toEqual([1, 1]);
});

test("keeps a citation whose words have not arrived yet at the end of what has", () => {
  expect(chipsOf("One", [cite({ start: 0, end: 40 })])).toEqual([["One", 1]]);
});

test("marks what no quote supports once, at its end", () => {
  const shown = show("One. Two. Three.", [cite({ start: 0, end: 4 })], [{ start: 5, end: 9 }]);
  expect(shown.map(({ within }) => within)).toEqual([[1], [], ["unsupported"], []]);
  expect(shown.map(({ chips }) => chips)).toEqual([[1], [], ["unsupported"], []]);
});

test("never loses or repeats a character, nor a citation of words that are there", () => {
  const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 6 });
  const words = fc.array(fc.constantFrom("a ", "b", ". ", "**", "\n\n", "- "), { minLength: 1 });
  fc.assert(
    fc.property(words, spans, (parts, pairs) => {
      const text = `One ${parts.join("")}`;
      const citations = pairs.map(([a, b], place) =>
        cite({ start: Math.min(a, b), end: Math.max(a, b) }, place * 10),
      );
      const shown = show(text, citations);
      const { leaves } = growMarkdown(EMPTY_MARKDOWN, text);
      const pieces = leaves.flatMap(({ nodes }) => piecesOf(nodes));
      expect(shown.map((slice) => slice.text).join("")).toBe(
        pieces.map((piece) => piece.text).join(""),
      );
      const arrived = citations.filter(
        ({ answerSpan: { start, end } }) =>
          start < end &&
          pieces.some((piece) => start < piece.start + piece.text.length && end > piece.start),
      );
      const chips = shown.flatMap((slice) => slice.chips);
      expect(chips.length).toBeGreaterThanOrEqual(arrived.length);
      expect(chips).toHaveLength(new Set(chips).size);
    }),
    { numRuns: 500 },
  );
});
