import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffPart, diffWords } from "./diff-words.ts";

const without = (parts: readonly DiffPart[], left: DiffPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join("")
    .split(/\s+/)
    .filter(Boolean);

test("a changed price is the only change", () => {
  expect(diffWords("It costs 420 euros a year.", "It costs 460 euros a year.")).toEqual([
    { kind: "same", text: "It costs" },
    { kind: "removed", text: " 420" },
    { kind: "added", text: " 460" },
    { kind: "same", text: " euros a year." },
  ]);
});

test("either text can be read from a difference", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d")).map((each) => each.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      expect(without(parts, "added")).toEqual(before.split(/\s+/).filter(Boolean));
      expect(without(parts, "removed")).toEqual(after.split(/\s+/).filter(Boolean));
    }),
  );
});
