import fc from "fast-check";
import { expect, it, test } from "vitest";
import { spellingSimilarity } from "./spelling-similarity.ts";

it.each([
  ["immunschwach", "immunschwache"],
  ["монголия", "монголии"],
  ["evlerinde", "evlerinden"],
])("sees that %s and %s are spelt alike", (one, other) => {
  expect(spellingSimilarity(one, other)).toBeGreaterThan(0.5);
});

it.each([
  ["capital", "mongolia"],
  ["form", "from"],
  ["cat", "cats"],
  ["sell", "cell"],
  ["2021", "2023"],
])("keeps %s and %s apart", (one, other) => {
  expect(spellingSimilarity(one, other)).toBe(0);
});

test("is symmetric, within 0 and 1, and 1 for a word and itself", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const similarity = spellingSimilarity(one, other);
      expect(similarity).toBe(spellingSimilarity(other, one));
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
      expect(spellingSimilarity(one, one)).toBe(1);
    }),
  );
});
