import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standOut } from "./stand-out.ts";

const noise = Array.from({ length: 50 }, (_, i) => 0.3 + 0.02 * -Math.log((i + 0.5) / 50));

describe("standOut", () => {
  it("counts little what chance finds, and in full what lies far beyond", () => {
    const best = Math.max(...standOut(noise));
    expect(best).toBeLessThan(0.5);
    expect(standOut([0.9, ...noise])[0]).toBe(1);
  });

  it("depends on neither the scale nor the origin of a model's similarities", () => {
    const moved = noise.map((each) => 3 * each - 0.5);
    const [before, after] = [standOut(noise), standOut(moved)];
    for (const [i, each] of after.entries()) expect(each).toBeCloseTo(before[i]!, 9);
  });

  it("keeps the order, between 0 and 1, of whatever is found", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true })), (similarities) => {
        const standing = standOut(similarities.toSorted((a, b) => b - a));
        expect(standing).toEqual(standing.toSorted((a, b) => b - a));
        for (const each of standing) expect(each >= 0 && each <= 1).toBe(true);
      }),
    );
  });
});
