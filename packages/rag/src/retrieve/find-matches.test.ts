import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { findMatches } from "./find-matches.ts";

const marked = (query: string, text: string) =>
  findMatches(query, text).map(({ start, end }) => text.slice(start, end));

test("words are found by their stems, whatever their case and accents, and function words are not", () => {
  expect(marked("When are the boats tied?", "The Boat is tied by ten; a bóat, too.")).toEqual([
    "Boat",
    "tied",
    "bóat",
  ]);
});

test("a query of function words alone is marked by them", () => {
  expect(marked("what is it", "It is late.")).toEqual(["It", "is"]);
});

test("a script without spaces is marked by what two letters or more share", () => {
  expect(marked("灯塔在哪里", "这座灯塔很高。")).toEqual(["灯塔"]);
});

test("spans lie in the text, in order, and apart", () => {
  assert(
    property(string({ unit: "grapheme" }), string({ unit: "grapheme" }), (query, text) => {
      let last = -1;
      for (const { start, end } of findMatches(query, text)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
