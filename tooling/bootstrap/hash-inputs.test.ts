import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashInputs } from "./hash-inputs.js";

let root = "";
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const hash = () => hashInputs(root, ["app", "lock"]);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hash-inputs-"));
  mkdirSync(join(root, "app/src"), { recursive: true });
  mkdirSync(join(root, "app/dist"));
  write("app/src/a.ts", "a");
  write("lock", "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("the same files give the same hash, in whatever order they are named", () => {
  expect(hashInputs(root, ["lock", "app"])).toBe(hash());
});

test("a changed, renamed or added file and a changed lockfile change it", () => {
  const seen = new Set([hash()]);
  for (const [path, text] of [
    ["app/src/a.ts", "b"],
    ["app/src/c.ts", "b"],
    ["lock", "2"],
  ] as const) {
    write(path, text);
    seen.add(hash());
  }
  expect(seen.size).toBe(4);
});

test("tests and build products do not", () => {
  const before = hash();
  write("app/src/a.test.ts", "x");
  write("app/dist/bundle.js", "x");
  expect(hash()).toBe(before);
});
