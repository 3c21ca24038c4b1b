import { expect, test } from "vitest";
import { listNumbers } from "./list-numbers.ts";

test("neighbours stand together, and many are cut", () => {
  expect(listNumbers([4])).toBe("4");
  expect(listNumbers([4, 7, 8, 9, 12])).toBe("4, 7–9, 12");
  expect(listNumbers(Array.from({ length: 20 }, (_, n) => n * 2))).toMatch(/^0, 2, .*, 22 …$/);
});
