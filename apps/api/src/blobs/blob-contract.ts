import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import { expect, it } from "vitest";

const PART_BYTES = 5 * 1_048_576;

/** What every blob store has to hold to. */
export function itKeepsBlobs(open: () => Promise<BlobStore> | BlobStore): void {
  it("keeps bytes and streams under their key until they are removed", async () => {
    const blobs = await open();
    await blobs.put("a/one", new TextEncoder().encode("one"));
    await blobs.put("a/two", Readable.from(["t", "wo"]));
    await blobs.put("ab/three", new Uint8Array());
    expect(new TextDecoder().decode(await blobs.read("a/one"))).toBe("one");
    expect(await text(await blobs.stream("a/two"))).toBe("two");
    expect(await text(await blobs.stream("a/two", { start: 1, end: 1 }))).toBe("w");
    expect(await text(await blobs.stream("a/two", { start: 1, end: 2 }))).toBe("wo");
    expect(await blobs.read("ab/three")).toHaveLength(0);
    expect(await keysOf(blobs, "a")).toEqual(["a/one", "a/two"]);
    for (const key of ["a/one", "a/two", "ab/three"]) await blobs.remove(key);
    expect(await keysOf(blobs, "a/")).toEqual([]);
    await expect(blobs.read("a/one")).rejects.toThrow();
    await expect(blobs.stream("a/one")).rejects.toThrow();
  });

  it("replaces what was there, and removes what is not there without complaint", async () => {
    const blobs = await open();
    await blobs.put("c/one", Uint8Array.of(1));
    await blobs.put("c/one", Uint8Array.of(2));
    expect([...(await blobs.read("c/one"))]).toEqual([2]);
    await blobs.remove("c/one");
    await blobs.remove("c/one");
  });

  it("keeps a stream of several parts as it came", async () => {
    const blobs = await open();
    const bytes = Buffer.alloc(2 * PART_BYTES + 17, "understudy");
    await blobs.put("d/long", Readable.from(chunksOf(bytes)));
    expect(Buffer.compare(await blobs.read("d/long"), bytes)).toBe(0);
    await blobs.remove("d/long");
  });

  it("keeps nothing of what broke off, at once, midway or between parts", async () => {
    const blobs = await open();
    const cut = (before: number) =>
      Readable.from(
        (async function* () {
          yield Buffer.alloc(before);
          throw new Error("cut");
        })(),
      );
    await expect(blobs.put("b/midway", cut(4))).rejects.toThrow("cut");
    await expect(blobs.put("b/later", cut(PART_BYTES + 1))).rejects.toThrow("cut");
    const broken = new Readable({ read: () => undefined });
    queueMicrotask(() => broken.destroy(new Error("gone")));
    await expect(blobs.put("b/broken", broken)).rejects.toThrow();
    expect(await keysOf(blobs, "b/")).toEqual([]);
  });
}

async function keysOf(blobs: BlobStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of blobs.list(prefix)) keys.push(key);
  return keys.sort();
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}
