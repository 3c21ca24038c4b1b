import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

test("ids are UUIDs of version 7, in the order they were made, and never the same", () => {
  const ids = Array.from({ length: 20_000 }, newId);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an id tells the time it was made", () => {
  const before = Date.now();
  const milliseconds = Number.parseInt(newId().replaceAll("-", "").slice(0, 12), 16);
  expect(milliseconds).toBeGreaterThanOrEqual(before - 1);
  expect(milliseconds).toBeLessThanOrEqual(Date.now() + 100);
});
