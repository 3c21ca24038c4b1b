import fc from "fast-check";
import { expect, test } from "vitest";
import { cutMarks } from "./cut-marks.ts";
import { findMatches } from "./find-matches.ts";

const words = (text: string, found: { start: number; end: number }[]) =>
  found.map(({ start, end }) => text.slice(start, end));

test("words are found in any case and over line ends, and signs are only themselves", () => {
  const text = "Fog.\nFog signal (a.b) and fog\nsignal";
  expect(words(text, findMatches(text, "fog  signal"))).toEqual(["Fog signal", "fog\nsignal"]);
  expect(words(text, findMatches(text, "(A.B)"))).toEqual(["(a.b)"]);
  expect(findMatches(text, "f")).toEqual([]);
  expect(findMatches(text, ".*")).toEqual([]);
});

test("whatever is looked for breaks nothing, and is found where it was put", () => {
  const sign = fc.string({ unit: fc.constantFrom(..."ab \\^$.*+?()[]{}|/-"), minLength: 2 });
  fc.assert(
    fc.property(sign, (needle) => {
      const wanted = needle.trim();
      const found = findMatches(`x${wanted}x`, needle);
      if (wanted.length > 1) expect(found).toContainEqual({ start: 1, end: 1 + wanted.length });
    }),
  );
});

test("the parts of a range cover it without gap or overlap, whatever is marked", () => {
  const offsets = fc
    .uniqueArray(fc.nat(50), { maxLength: 12 })
    .map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(offsets, fc.nat(25), fc.integer({ min: 1, max: 25 }), (edges, start, length) => {
      const marks = edges.slice(1).flatMap((end, i) => {
        const mark = { start: edges[i]!, end, isShown: false };
        return i % 2 === 0 ? [mark] : [];
      });
      const range = { start, end: start + length };
      const parts = cutMarks(range, marks);
      let at = range.start;
      for (const part of parts) {
        expect(part.start).toBe(at);
        expect(part.end).toBeGreaterThan(part.start);
        at = part.end;
      }
      expect(at).toBe(range.end);
    }),
  );
});
