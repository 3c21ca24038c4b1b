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
    stream: async (key) => Readable.from([await read(key)]),
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
