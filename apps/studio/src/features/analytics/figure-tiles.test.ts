import { expect, test } from "vitest";
import { figuresOf } from "#testing/make-figures.ts";
import { tilesOf } from "./figure-tiles.tsx";

test.each([
  [1, "1 question", "1 of 1 answer"],
  [2, "2 questions", "2 of 2 answers"],
])("%i answered is told by its number", (answered, questions, share) => {
  const details = tilesOf(figuresOf(answered, 0), null).map(({ detail }) => detail);
  expect(details[0]).toBe(questions);
  expect(details[2]).toBe(share);
});
