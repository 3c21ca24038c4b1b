import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeLine, normalizeText } from "./normalize-text.ts";

describe("normalizeText", () => {
  test.each([
    ["line ends", "a\r\nb\rc\u2028d\fe", "a\nb\nc\nd\ne"],
    ["control characters", "a\0b\u0007c\u009Fd\te", "abcd\te"],
    [
      "zero-width and bidi controls",
      "pass\u200Bword \u202Egnp\u202C \u2066x\u2069",
      "password gnp x",
    ],
    ["soft hyphens and byte order marks", "\uFEFFco\u00ADoperate", "cooperate"],
    ["tag characters that spell hidden words", "a\u{E0041}\u{E0042}b", "ab"],
    ["lone surrogates", "a\uD800b", "a\uFFFDb"],
    ["composition", "Cafe\u0301", "Caf\u00E9"],
    [
      "radicals and ligatures that print programs write",
      "25⽇ ⻓ ⺟ oﬃce ﬂow",
      "25日 长 母 office flow",
    ],
    ["signs of vertical text", "猫である︒﹁名前﹂", "猫である。「名前」"],
    ["signs of Word's symbol fonts", "\uF0B7 one \uF0FE x \uF0B3 5 \uF0AA", "• one ☑ x ≥ 5 \uF0AA"],
    ["spaces of any width", "a\u00A0b\u3000c\u2009d", "a b c d"],
  ])("settles %s", (_, raw, expected) => {
    expect(normalizeText(raw)).toBe(expected);
  });

  test("keeps joiners where a script or an emoji needs them", () => {
    expect(normalizeText("می\u200Cخواهم 👩\u200D🔬 क्\u200Dष a\u200C ")).toBe(
      "می\u200Cخواهم 👩\u200D🔬 क्\u200Dष a ",
    );
  });

  test("changes nothing the second time, and leaves nothing invisible", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = normalizeText(raw);
        expect(normalizeText(once)).toBe(once);
        expect(once).toMatch(/^[^\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]*$/);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

test("normalizeLine puts text on one line", () => {
  expect(normalizeLine("  a\n\t b\u00A0c ")).toBe("a b c");
});
