import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ndcgAt } from "./ndcg-at.ts";
import { recallAt } from "./recall-at.ts";
import { reciprocalRankAt } from "./reciprocal-rank-at.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const ranking = fc.shuffledSubarray(ids);
const judgements = fc
  .array(fc.nat(4), { minLength: ids.length, maxLength: ids.length })
  .map((grades) => new Map(grades.map((grade, i) => [ids[i]!, grade])));

describe("measures of a ranking", () => {
  it("agree with values worked out by hand", () => {
    const graded = new Map([
      ["a", 3],
      ["b", 2],
      ["c", 1],
    ]);
    const best = 3 + 2 / Math.log2(3) + 1 / 2;
    expect(ndcgAt(10, ["b", "x", "a"], graded)).toBeCloseTo((2 + 3 / 2) / best);
    expect(recallAt(1, ["x", "a"], graded)).toBe(0);
    expect(recallAt(2, ["x", "a"], graded)).toBe(1 / 2);
    expect(recallAt(10, ["x", "a"], graded)).toBeCloseTo(1 / 3);
    expect(reciprocalRankAt(10, ["x", "a"], graded)).toBe(1 / 2);
    expect(reciprocalRankAt(1, ["x", "a"], graded)).toBe(0);
  });

  it("are 0 where nothing is relevant", () => {
    expect([ndcgAt, recallAt, reciprocalRankAt].map((at) => at(5, ids, new Map()))).toEqual([
      0, 0, 0,
    ]);
  });

  it("stay between 0 and 1, and nDCG is 1 for the order of the grades", () => {
    fc.assert(
      fc.property(ranking, judgements, fc.integer({ min: 1, max: 8 }), (ranked, grades, k) => {
        for (const at of [ndcgAt, recallAt, reciprocalRankAt]) {
          expect(at(k, ranked, grades)).toBeGreaterThanOrEqual(0);
          expect(at(k, ranked, grades)).toBeLessThanOrEqual(1 + 1e-9);
        }
        const ideal = ids.toSorted((a, b) => grades.get(b)! - grades.get(a)!);
        const some = [...grades.values()].some((grade) => grade > 0);
        expect(ndcgAt(k, ideal, grades)).toBeCloseTo(some ? 1 : 0);
      }),
    );
  });
});
