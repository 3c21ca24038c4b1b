import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootDir } from "../bootstrap/paths.js";
import { ACCESS_ROWS } from "./access-rows.ts";
import { CONTENT_ROWS } from "./content-rows.ts";
import { FAULT_ROWS } from "./fault-rows.ts";

/** A file, or every test file of a folder. */
function textOf(path: string): string {
  const whole = join(rootDir, path);
  if (!statSync(whole).isDirectory()) return readFileSync(whole, "utf8");
  const names = readdirSync(whole).filter((name) => name.endsWith(".test.ts"));
  return names.map((name) => readFileSync(join(whole, name), "utf8")).join("\n");
}

test("every row names tests that are there, by words of theirs", () => {
  const rows = [...ACCESS_ROWS, ...CONTENT_ROWS, ...FAULT_ROWS];
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const missing = rows.flatMap(({ id, tests }) =>
    tests
      .filter(([file, words = ""]) => !textOf(file).includes(words))
      .map((each) => [id, ...each]),
  );
  expect(missing).toEqual([]);
});
