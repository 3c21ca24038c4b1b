import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { findQuote } from "./find-quote.ts";

const passage =
  "Employees cannot carry over more than 1,250.50 euros – “unless agreed” – by 31 March. " +
  "The non-refundable fee\n   is 25,000 yen; it can't be −5 °C. Die Straße nach Łódź ﬁndet man leicht.";

function found(quote: string): string | null {
  const span = findQuote(passage, quote);
  return span && passage.slice(span.start, span.end);
}

describe("findQuote", () => {
  it.each([
    ["as it stands", "by 31 March.", "by 31 March."],
    ["in another case", "BY 31 march.", "by 31 March."],
    ["with straight quotes and plain dashes", '- "unless agreed" -', "– “unless agreed” –"],
    ["with other white space", "The non-refundable fee is", "The non-refundable fee\n   is"],
    ["with compatibility letters written out", "findet man", "ﬁndet man"],
    ["in decomposed form", "Straße nach Łódź".normalize("NFD"), "Straße nach Łódź"],
    ["with blanks around it", "  31 March ", "31 March"],
    ["with its sign", "-5 °C", "−5 °C"],
  ])("finds a quote %s", (_, quote, original) => {
    expect(found(quote)).toBe(original);
  });

  it.each([
    ["half of a negation", "Employees can"],
    ["part of a number", "25"],
    ["a number without its decimals", "1,250"],
    ["a number without its sign", "5 °C"],
    ["half of a compound", "refundable fee"],
    ["half of a contraction", "it can"],
    ["half of a ligature", "indet man"],
    ["an altered number", "by 30 March."],
    ["a paraphrase", "Staff may not carry over"],
    ["a splice", "Employees cannot by 31 March."],
    ["a splice with an ellipsis", "Employees cannot … by 31 March."],
    ["a splice with dots", "Employees cannot ... by 31 March."],
    ["a word left out", "more than euros"],
    ["nothing", "  "],
    ["punctuation only", "–"],
  ])("does not find %s", (_, quote) => {
    expect(findQuote(passage, quote)).toBeNull();
  });

  it("takes letters as words where a script has no spaces", () => {
    expect(findQuote("東京の人口は約1400万人です。", "人口は約1400万人")).toEqual({
      start: 3,
      end: 13,
    });
  });

  it("goes on to a later occurrence that is whole", () => {
    expect(findQuote("Nothing is free. Not a thing.", "thing")).toEqual({ start: 23, end: 28 });
  });
});

const word = fc.string({ unit: fc.constantFrom(..."abcdefgéßñçжщ"), minLength: 1, maxLength: 8 });
const words = fc.array(word, { minLength: 4, maxLength: 40 });

function pick(list: readonly string[], first: number, count: number): string[] {
  const from = first % list.length;
  return list.slice(from, from + 1 + (count % list.length));
}

test("a run of words is found however it is typed, and what is found reads the same", () => {
  const gap = fc.constantFrom(" ", "\n", "  ", "\u00a0", "\t ");
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), gap, gap, (list, first, count, one, other) => {
      const text = list.join(one);
      const run = pick(list, first, count);
      const span = findQuote(text, run.join(other).toUpperCase().normalize("NFD"));
      const original = span && text.slice(span.start, span.end).split(one).join(" ");
      expect(original?.toUpperCase()).toBe(run.join(" ").toUpperCase());
    }),
  );
});

test("a quote with one word changed, dropped or added is not found", () => {
  const change = fc.constantFrom("change", "drop", "add");
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 5, maxLength: 30 }), change, (list, how) => {
      const quote = list.slice(0, 4);
      if (how === "change") quote[1] = "zzz";
      else if (how === "drop") quote.splice(1, 1);
      else quote.splice(1, 0, "zzz");
      expect(findQuote(list.join(" "), quote.join(" "))).toBeNull();
    }),
  );
});

test("two parts that do not adjoin are not found, with or without an ellipsis", () => {
  const joint = fc.constantFrom(" ", " … ", "... ", " [...] ", " - ");
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 5, maxLength: 30 }), joint, (list, between) => {
      const spliced = `${list.slice(0, 2).join(" ")}${between}${list.slice(3).join(" ")}`;
      expect(findQuote(list.join(" "), spliced)).toBeNull();
    }),
  );
});

test("spans are whole characters of the passage, for any text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      (text, first, count) => {
        const characters = Array.from(text);
        const quote = pick(characters.length > 0 ? characters : [""], first, count).join("");
        const span = findQuote(text, quote);
        if (span) expect(text.slice(span.start, span.end).isWellFormed()).toBe(true);
      },
    ),
  );
});
