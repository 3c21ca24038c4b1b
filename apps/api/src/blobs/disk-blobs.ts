import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import { FSDriver } from "flydrive/drivers/fs";

const PARTIAL = "partial";

/** Blobs on the local disk; what is still being written lies apart and is moved into place when whole. */
export async function openDiskBlobs(dataDir: string): Promise<BlobStore> {
  const location = join(dataDir, "blobs");
  const disk = new FSDriver({ location, visibility: "private" });
  await disk.deleteAll(PARTIAL);
  await mkdir(location, { recursive: true, mode: 0o700 });
  return {
    async put(key, content) {
      const partial = `${PARTIAL}/${randomUUID()}`;
      try {
        if (content instanceof Readable) await disk.putStream(partial, content);
        else await disk.put(partial, content);
        await disk.move(partial, key);
      } catch (error) {
        await disk.delete(partial);
        throw error;
      }
    },
    read: (key) => disk.getBytes(key),
    stream: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
    async *list(prefix) {
      const { objects } = await disk.listAll(prefix, { recursive: true });
      for (const object of objects) if (object.isFile) yield object.key;
    },
  };
}
