import fc from "fast-check";
import { expect, test } from "vitest";
import { textFragment } from "./text-fragment.ts";

const PAGE = "https://example.com/fog";

test("a short quote is named whole, its signs encoded", () => {
  expect(textFragment(PAGE, "a well-known fog, & more")).toBe(
    `${PAGE}#:~:text=a%20well%2Dknown%20fog%2C%20%26%20more`,
  );
});

test("a long quote is named by how it begins and ends", () => {
  expect(textFragment(PAGE, "one two three four five six seven eight nine ten eleven")).toBe(
    `${PAGE}#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven`,
  );
});

test("a quote over paragraphs is named from the first into the last", () => {
  expect(textFragment(`${PAGE}#top`, "Fog\n\nIt is wet.")).toBe(
    `${PAGE}#top:~:text=Fog,It%20is%20wet.`,
  );
});

test("what is no page or no words has no such address", () => {
  expect(textFragment("javascript:alert(1)", "fog")).toBeNull();
  expect(textFragment("nowhere", "fog")).toBeNull();
  expect(textFragment(PAGE, " \n ")).toBeNull();
});

test("whatever is quoted stays one directive of plain words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (quote) => {
      const found = textFragment(PAGE, quote);
      if (found)
        expect(found.slice(`${PAGE}#:~:text=`.length)).toMatch(/^[^\s&#,-]+(,[^\s&#,-]+)?$/);
    }),
  );
});
