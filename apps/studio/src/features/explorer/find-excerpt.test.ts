import { expect, test } from "vitest";
import { findExcerpt } from "./find-excerpt.ts";

const spansOf = (text: string, word: string) =>
  Array.from(text.matchAll(new RegExp(word, "g")), ({ index }) => ({
    start: index,
    end: index + word.length,
  }));

test("a long passage begins at the sentence where most of what matched comes", () => {
  const text = `One boat. ${"Nothing here. ".repeat(50)}The boat and its boat. ${"End. ".repeat(80)}`;
  expect(findExcerpt(text, spansOf(text, "boat"))).toBe(text.indexOf("The boat"));
  expect(findExcerpt(text, [])).toBe(0);
});

test("a short one is shown whole", () => {
  expect(findExcerpt("One boat.", spansOf("One boat.", "boat"))).toBeNull();
});
