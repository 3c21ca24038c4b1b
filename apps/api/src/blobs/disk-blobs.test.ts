import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDiskBlobs } from "./disk-blobs.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "understudy-blobs-"));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function files(): Promise<string[]> {
  const entries = await readdir(join(dataDir, "blobs"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

it("keeps bytes and streams under their key until they are removed", async () => {
  const blobs = await openDiskBlobs(dataDir);
  await blobs.put("a/one", new TextEncoder().encode("one"));
  await blobs.put("a/two", Readable.from(["t", "wo"]));
  expect(new TextDecoder().decode(await blobs.read("a/one"))).toBe("one");
  expect(await text(await blobs.stream("a/two"))).toBe("two");
  const keys = [];
  for await (const key of blobs.list("a")) keys.push(key);
  expect(keys.sort()).toEqual(["a/one", "a/two"]);
  await blobs.remove("a/one");
  await blobs.remove("a/two");
  expect(await files()).toEqual([]);
});

it("keeps nothing of what broke off, at once or midway", async () => {
  const blobs = await openDiskBlobs(dataDir);
  const midway = Readable.from(
    (async function* () {
      yield "half";
      throw new Error("cut");
    })(),
  );
  await expect(blobs.put("b/midway", midway)).rejects.toThrow("cut");
  const broken = new Readable({ read: () => undefined });
  queueMicrotask(() => broken.destroy(new Error("gone")));
  await expect(blobs.put("b/broken", broken)).rejects.toThrow();
  expect(await files()).toEqual([]);
});

it("forgets at a later start what a killed process left half-written, and nothing fresh", async () => {
  await openDiskBlobs(dataDir);
  const partial = join(dataDir, "blobs", "partial");
  await writeFile(join(partial, "old"), "half");
  await writeFile(join(partial, "fresh"), "half");
  await utimes(join(partial, "old"), new Date(0), new Date(0));
  await openDiskBlobs(dataDir);
  expect(await files()).toEqual(["fresh"]);
});
