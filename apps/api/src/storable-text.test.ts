import { expect, it } from "vitest";
import { z } from "zod";
import { isStorable, received } from "./storable-text.ts";

it.each([
  ["text", true],
  ["emoji 🦉", true],
  ["nul \0", false],
  ["half \ud83e", false],
  [null, true],
  [undefined, true],
  [7, true],
  [{ deep: [{ text: "nul \0" }] }, false],
  [{ "half \udc00": 1 }, false],
])("judges %j", (value, storable) => {
  expect(isStorable(value)).toBe(storable);
});

it("refuses as a fault of the input, and fills in what was left out", () => {
  const shape = received(z.object({ name: z.string().optional() }));
  expect(shape.parse(undefined)).toEqual({});
  expect(shape.safeParse({ name: "a\0" }).success).toBe(false);
  expect(shape.safeParse(null).success).toBe(false);
});
