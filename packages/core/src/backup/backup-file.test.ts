import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FileLine, readBackup, writeBackup } from "./backup-file.ts";

const head: FileLine = { what: "understudy", format: 1, createdAt: "2026-01-01", secret: null };
const rows: FileLine = { what: "rows", rows: [["1", null, "ä\n"]] };
let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "understudy-backup-"));
  await writeBackup(join(folder, "whole"), async (write) => {
    await write(head);
    for (let line = 0; line < 500; line++) await write(rows);
  });
  whole = await readFile(join(folder, "whole"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array): Promise<number> {
  const path = join(folder, "given");
  await writeFile(path, bytes);
  let lines = 0;
  for await (const _line of readBackup(path)) lines += 1;
  return lines;
}

test("gives the lines back, in a file for its owner only", async () => {
  expect(await read(whole)).toBe(501);
  expect((await stat(join(folder, "whole"))).mode & 0o777).toBe(0o600);
});

const edited = (edit: (text: string) => string) =>
  gzipSync(edit(gunzipSync(whole).toString("utf8")));

test.each([
  ["one changed value", () => edited((text) => text.replace("ä", "b")), "was changed"],
  ["a line less", () => edited((text) => text.replace(/\n[^\n]+\n/, "\n")), "was changed"],
  ["no seal", () => edited((text) => text.replace(/\n[^\n]+\n$/, "\n")), "is cut off"],
  ["half of the bytes", () => whole.subarray(0, whole.length >> 1), "damaged"],
  ["no gzip", () => Buffer.from("hello"), "is no backup"],
  ["no JSON", () => gzipSync("hello\n"), "is no backup"],
])("refuses %s", async (_what, make, told) => {
  await expect(read(make())).rejects.toThrow(told);
});

test("what breaks off leaves no file", async () => {
  const path = join(folder, "broken");
  const broken = writeBackup(path, async (write) => {
    await write(head);
    throw new Error("the database went away");
  });
  await expect(broken).rejects.toThrow("went away");
  for (const left of [path, `${path}.part`]) await expect(stat(left)).rejects.toThrow("ENOENT");
});
