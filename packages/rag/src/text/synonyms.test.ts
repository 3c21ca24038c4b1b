import { expect, test } from "vitest";
import { stemWord } from "./stem-word.ts";
import { synonymsOf } from "./synonyms.ts";

test.each([
  ["charge", "price"],
  ["prices", "costs"],
  ["vacations", "holiday"],
])("%s and %s stand for one another, whatever their endings", (one, other) => {
  expect(synonymsOf(stemWord(one))).toContain(stemWord(other));
  expect(synonymsOf(stemWord(other))).toContain(stemWord(one));
});

test("no word is its own synonym, and a stranger has none", () => {
  expect(synonymsOf(stemWord("price"))).not.toContain(stemWord("price"));
  expect(synonymsOf("lighthous").size).toBe(0);
});
