import { expect, test } from "vitest";
import { findQuoteContext } from "./quote-context.ts";

const words = "word ".repeat(60);

test("shows the words around a quote, cut at word edges", () => {
  const text = `${words}The quote. ${words}`;
  const start = words.length;
  const context = findQuoteContext(text, { start, end: start + 10, quote: "The quote." });
  expect(context?.before).toMatch(/^…word .*word $/s);
  expect(context?.after).toMatch(/^ word .*word…$/s);
});

test("leaves out the marks of headings", () => {
  const text = "One.\n\n## Two\n\nThree.";
  expect(findQuoteContext(text, { start: 14, end: 20, quote: "Three." })?.before).toBe(
    "One.\n\nTwo\n\n",
  );
});

test("adds no dots at the ends of the source", () => {
  expect(findQuoteContext("A b.", { start: 0, end: 4, quote: "A b." })).toEqual({
    before: "",
    quote: "A b.",
    after: "",
  });
});

test("finds nothing when the source has changed there", () => {
  expect(findQuoteContext("Other words", { start: 0, end: 4, quote: "A b." })).toBeNull();
});
