import { expect, test } from "vitest";
import { findPastPromise } from "./find-past-promise.ts";

test("a year gone by that is announced is told, with its sentence", () => {
  const text = "The light was built in 1901. The tower will be painted in 2023. Bring a coat.";
  expect(findPastPromise(text, 2026)).toBe("The tower will be painted in 2023.");
});

test("what is yet to come, what was, and a number that is no year are left alone", () => {
  for (const text of [
    "It will open in 2030.",
    "It opened in 2019.",
    "It was begun in 2019 and will be done in 2031.",
    "Parts 2019-4 will fit.",
  ]) {
    expect(findPastPromise(text, 2026)).toBeNull();
  }
});
