import fc from "fast-check";
import { expect, it } from "vitest";
import { createCharacterJoiner } from "./join-characters.ts";

it("gives the same text however it was cut", () => {
  const cuts = fc.array(fc.nat(), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), cuts, (written, places) => {
      const text = written.replaceAll("\u0000", "");
      const at = [0, ...places.map((place) => place % (text.length + 1)), text.length];
      const ordered = at.toSorted((a, b) => a - b);
      const join = createCharacterJoiner();
      const pieces = ordered.slice(1).map((end, i) => join(text.slice(ordered[i], end)));
      expect(pieces.join("")).toBe(text);
      for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});

it("leaves out NUL, and shows where half a character came alone", () => {
  const join = createCharacterJoiner();
  expect(join("a\u0000b")).toBe("ab");
  expect(join("\ude00c")).toBe("\ufffdc");
  expect(join("d\ud83d")).toBe("d");
  expect(join("e")).toBe("\ufffde");
});
