import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { BlobStore } from "../kernel/blob-store.ts";

/** Blobs that end with the test. */
export function memoryBlobs(): BlobStore & { readonly keys: string[] } {
  const blobs = new Map<string, Uint8Array>();
  const read = async (key: string) => {
    const bytes = blobs.get(key);
    if (!bytes) throw new Error(`There is no blob ${key}.`);
    return bytes;
  };
  return {
    put: async (key, content) => {
      blobs.set(key, content instanceof Readable ? await buffer(content) : content);
    },
    read,
    stream: async (key, range) => {
      const bytes = await read(key);
      return Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]);
    },
    remove: async (key) => {
      blobs.delete(key);
    },
    async *list(prefix) {
      for (const key of blobs.keys()) if (key.startsWith(prefix)) yield key;
    },
    get keys() {
      return [...blobs.keys()];
    },
  };
}
