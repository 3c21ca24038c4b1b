import { expect, test } from "vitest";
import { moveCursor } from "./list-cursor.ts";

const ids = ["a", "b", "c"];

test.each([
  ["j", "a", "b"],
  ["ArrowDown", "c", "c"],
  ["k", "b", "a"],
  ["ArrowUp", "a", "a"],
  ["Home", "c", "a"],
  ["End", "a", "c"],
] as const)("%s from %s leads to %s", (key, from, to) => {
  expect(moveCursor(ids, from, key)).toBe(to);
});

test("starts at the near end when no row is active, or the active one is gone", () => {
  expect(moveCursor(ids, null, "j")).toBe("a");
  expect(moveCursor(ids, "gone", "k")).toBe("c");
});

test("leads nowhere in an empty list", () => {
  expect(moveCursor([], null, "j")).toBeNull();
});
