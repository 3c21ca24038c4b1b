import type { Citation } from "@understudy/core/conversation/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentAnswer } from "./segment-answer.ts";

function cite(answerSpan: Citation["answerSpan"], place = answerSpan.start): Citation {
  return {
    sourceId: "source",
    sourceTitle: "Handbook",
    chunkId: null,
    quote: "words",
    locator: { start: place, end: place + 5 },
    answerSpan,
  };
}

test("puts each chip where its sentence ends, numbered in reading order", () => {
  const segments = segmentAnswer({
    text: "One. Two.",
    citations: [cite({ start: 5, end: 9 }), cite({ start: 0, end: 4 })],
  });
  expect(segments.map(({ text, chips }) => [text, chips.map(({ number }) => number)])).toEqual([
    ["One.", [1]],
    [" ", []],
    ["Two.", [2]],
  ]);
});

test("gives one number to one place in a source, however often it is cited", () => {
  const segments = segmentAnswer({
    text: "One. Two.",
    citations: [cite({ start: 0, end: 4 }, 100), cite({ start: 5, end: 9 }, 100)],
  });
  expect(segments.flatMap(({ chips }) => chips.map(({ number }) => number))).toEqual([1, 1]);
});

test("keeps a citation whose words have not arrived yet at the end of what has", () => {
  const [only] = segmentAnswer({ text: "One", citations: [cite({ start: 0, end: 40 })] });
  expect(only?.chips).toHaveLength(1);
});

test("marks what no quote supports once, at its end", () => {
  const segments = segmentAnswer({
    text: "One. Two. Three.",
    citations: [cite({ start: 0, end: 4 })],
    unsupportedSpans: [{ start: 5, end: 9 }],
  });
  expect(segments.map(({ unsupported }) => unsupported)).toEqual([null, null, "ends", null]);
});

test("never loses or repeats a character, nor a citation of words that are there", () => {
  const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), spans, (text, pairs) => {
      const citations = pairs.map(([a, b], place) =>
        cite({ start: Math.min(a, b), end: Math.max(a, b) }, place * 10),
      );
      const segments = segmentAnswer({ text, citations });
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      const arrived = citations.filter(
        ({ answerSpan: { start, end } }) => start < Math.min(end, text.length),
      );
      expect(segments.flatMap(({ chips }) => chips)).toHaveLength(arrived.length);
    }),
  );
});
