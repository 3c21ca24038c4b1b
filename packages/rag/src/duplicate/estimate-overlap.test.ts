import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateOverlap } from "./estimate-overlap.ts";
import { measureOverlap } from "./measure-overlap.ts";
import { openSketch, packSketch, sketchText } from "./sketch-text.ts";

/** Words of no language, the same for the same seed. */
function write(seed: number, words: number): string[] {
  let state = seed + 1;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${state >>> 20}`;
  });
}
const estimate = (a: string, b: string) => estimateOverlap(sketchText(a), sketchText(b));

describe("overlap", () => {
  test.each([0.05, 0.15, 0.3])(
    "of a copy with a share of %f of its words changed is seen",
    (share) => {
      const words = write(1, 600);
      const dice = write(9, 600).map((word) => Number(word.slice(1)) / 4_096);
      const changed = words.map((word, i) => (dice[i]! < share ? `x${i}` : word));
      const [text, copy] = [words.join(" "), changed.join(" ")];
      expect(estimate(text, copy)).toBeGreaterThan(0.2);
      expect(measureOverlap(text, copy)).toBeGreaterThan(0.4);
    },
  );

  test("of texts that have nothing in common is none", () => {
    const [a, b] = [write(1, 2_000).join(" "), write(2, 2_000).join(" ")];
    expect(estimate(a, b)).toBeLessThan(0.05);
    expect(measureOverlap(a, b)).toBeLessThan(0.05);
  });

  test("of a short text within a long one is the whole of the short one", () => {
    const [part, rest] = [write(1, 800).join(" "), write(2, 12_000).join(" ")];
    expect(estimate(part, `${rest} ${part}`)).toBeGreaterThan(0.7);
    expect(measureOverlap(part, `${rest} ${part}`)).toBe(1);
  });

  test("looks past case, accents and punctuation, and into scripts without spaces", () => {
    const text = write(3, 50).join(" ");
    expect(measureOverlap(text, text.toUpperCase().replaceAll(" ", ", "))).toBe(1);
    expect(
      measureOverlap("灯台守は毎晩油を四十リットル燃やす", "その灯台守は毎晩油を四十リットル使う"),
    ).toBeGreaterThan(0.7);
  });

  test("of a few words says nothing, and of itself everything", () => {
    expect(estimate("the lamp of Kereva", "the lamp of Kereva")).toBe(0);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 20, max: 3_000 }), (seed, length) => {
        const text = write(seed, length).join(" ");
        expect(measureOverlap(text, text)).toBe(1);
        expect(estimate(text, text)).toBe(1);
      }),
      { numRuns: 20 },
    );
  });

  test("is the same told from sketches that were kept", () => {
    const [a, b] = [sketchText(write(5, 9_000).join(" ")), sketchText(write(5, 4_000).join(" "))];
    expect(estimateOverlap(openSketch(packSketch(a)), b)).toBe(estimateOverlap(a, b));
    expect(packSketch(sketchText("")).byteLength).toBe(4);
  });
});
