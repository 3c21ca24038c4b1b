import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";
import { standOut } from "./stand-out.ts";

const PASSAGES = 1_000;
/** The best 50 of a thousand that chance gives. */
const chance = Array.from(
  { length: 50 },
  (_, i) => 0.3 + 0.1 * normalQuantile(1 - (i + 0.5) / PASSAGES),
);

describe("normalQuantile", () => {
  it.each([
    [0.5, 0],
    [0.975, 1.96],
    [0.0013, -3.01],
  ])("of %d is %d", (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 2);
  });
});

describe("standOut", () => {
  it("counts little what chance finds, and in full what lies far beyond", () => {
    const best = Math.max(...standOut(chance, PASSAGES));
    expect(best).toBeLessThan(0.3);
    expect(standOut([1.1, ...chance], PASSAGES)[0]).toBe(1);
  });

  it.each([50, 1_000, 50_000])("takes the best of %d that chance gives for chance", (count) => {
    const drawn = chance.map((_, i) => normalQuantile(1 - (i + 0.5) / count));
    expect(Math.max(...standOut(drawn, count))).toBeLessThan(0.35);
  });

  it("depends on neither the scale nor the origin of a model's similarities", () => {
    const moved = chance.map((each) => 3 * each - 0.5);
    const [before, after] = [standOut(chance, PASSAGES), standOut(moved, PASSAGES)];
    for (const [i, each] of after.entries()) expect(each).toBeCloseTo(before[i]!, 9);
  });

  it("keeps the order, between 0 and 1, of whatever is found", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true })),
        fc.nat(100_000),
        (similarities, passageCount) => {
          const descending = similarities.toSorted((a, b) => b - a);
          const standing = standOut(descending, passageCount);
          expect(standing).toEqual(standing.toSorted((a, b) => b - a));
          for (const each of standing) expect(each >= 0 && each <= 1).toBe(true);
        },
      ),
    );
  });
});
