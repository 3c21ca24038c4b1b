import { expect, test } from "vitest";
import { detectLanguage } from "./detect-language.ts";
import { keyTerms } from "./key-terms.ts";

test.each([
  ["How do I get a refund?", "en"],
  ["Wann fährt das Boot ab?", "de"],
  ["Quand part le bateau ?", "fr"],
  ["返金はどうすればいいですか", "ja"],
  ["Jak mohu získat zpět peníze?", "cs"],
  ["card", null],
  ["9871 6623 1123 9912", null],
  ["", null],
])("%s is read as %s", (question, language) => {
  expect(detectLanguage(question)).toBe(language);
});

test("a question's terms are the words that carry it, each once", () => {
  expect(keyTerms("Where is my card? My Card hasn't arrived in 14 days")).toEqual([
    "card",
    "arrived",
    "days",
  ]);
  expect(keyTerms("如何退款")).toEqual(["如何", "何退", "退款"]);
  expect(keyTerms("the of and")).toEqual([]);
  expect(keyTerms(Array.from({ length: 9_999 }, (_, i) => `word${i}`).join(" "))).toHaveLength(12);
});
