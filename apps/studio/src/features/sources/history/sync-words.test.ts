import type { Sync } from "@understudy/core/source/contract";
import { expect, test } from "vitest";
import { syncWords } from "./sync-words.ts";

const sync = (changes: Partial<Sync>) =>
  ({
    status: "succeeded",
    pages: null,
    passages: { added: 0, kept: 0, removed: 0 },
    ...changes,
  }) as Sync;

test("a sync is told by what it changed", () => {
  expect(syncWords(sync({ passages: { added: 2, kept: 40, removed: 1 } }))).toBe(
    "2 passages added · 1 passage removed · 40 passages kept",
  );
  expect(syncWords(sync({ passages: { added: 0, kept: 3, removed: 0 } }))).toBe(
    "3 passages, none changed",
  );
  expect(syncWords(sync({ status: "unchanged" }))).toBe("Nothing had changed");
});

test("a site's sync counts its pages", () => {
  expect(syncWords(sync({ pages: { added: 3, skipped: 2, failed: 1 } }))).toBe(
    "6 found · 3 added · 2 skipped · 1 failed",
  );
});
