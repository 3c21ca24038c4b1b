import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { itKeepsBlobs } from "./blob-contract.ts";
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

itKeepsBlobs(() => openDiskBlobs(dataDir));

afterEach(async () => expect(await files()).toEqual([]));

it("forgets at a later start what a killed process left half-written, and nothing fresh", async () => {
  await openDiskBlobs(dataDir);
  const partial = join(dataDir, "blobs", "partial");
  await writeFile(join(partial, "old"), "half");
  await writeFile(join(partial, "fresh"), "half");
  await utimes(join(partial, "old"), new Date(0), new Date(0));
  await openDiskBlobs(dataDir);
  expect(await files()).toEqual(["fresh"]);
  await rm(join(partial, "fresh"));
});
