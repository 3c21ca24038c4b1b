import fc from "fast-check";
import { expect, test } from "vitest";
import { alignLetters } from "./align-letters.ts";
import { foldLetters } from "./fold-letters.ts";

const LEFT = "theleftcolumnofthispagetellsofthesea";
const RIGHT = "whiletherightonetellsofthelandbehindit";

test("columns that lie in another order in the file are found where they are", () => {
  const placed = alignLetters(LEFT + RIGHT, `head${RIGHT}${LEFT}`);
  expect(placed[0]).toBe(4 + RIGHT.length);
  expect(placed[LEFT.length - 1]).toBe(3 + RIGHT.length + LEFT.length);
  expect(placed[LEFT.length]).toBe(4);
});

test("a letter that was read otherwise leaves its neighbours in their places", () => {
  const placed = alignLetters("thestormybaltic", "thestormxbaltic");
  expect([...placed]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, -1, 9, 10, 11, 12, 13, 14]);
});

test("what repeats is told apart by taking each place once", () => {
  const line = "fogagaintoday";
  expect(alignLetters(line + line, line + line)[line.length]).toBe(line.length);
});

test("every placed letter is the same letter, and no text is placed on a page without it", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 60 });
  fc.assert(
    fc.property(word, word, (text, page) => {
      alignLetters(text, page).forEach((place, at) => {
        if (place >= 0) expect(page[place]).toBe(text[at]);
      });
      const itself = [...alignLetters(text, text)];
      if (text.length >= 6) expect(itself.every((place) => place >= 0)).toBe(true);
    }),
  );
});

test("letters are folded alike however a page writes them, and know where they stood", () => {
  expect(foldLetters("e\u0301ﬁ-\nX 9")).toEqual({ folded: "efix9", at: [0, 2, 2, 5, 7] });
  expect(foldLetters("abcdef", { start: 2, end: 4 })).toEqual({ folded: "cd", at: [2, 3] });
  expect(foldLetters("É🎉").folded).toBe("e");
});
