import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { FSDriver } from "flydrive/drivers/fs";

const PARTIAL = "partial";
const ABANDONED_AFTER_MS = 3_600_000;

/** Blobs on the local disk; what is still being written lies apart and is moved into place when whole. */
export async function openDiskBlobs(dataDir: string): Promise<BlobStore> {
  const location = join(dataDir, "blobs");
  const disk = new FSDriver({ location, visibility: "private" });
  await mkdir(join(location, PARTIAL), { recursive: true, mode: 0o700 });
  await forgetAbandoned(join(location, PARTIAL));
  return {
    async put(key, content) {
      const partial = `${PARTIAL}/${randomUUID()}`;
      try {
        await write(join(location, partial), content);
        await disk.move(partial, key);
      } catch (error) {
        await disk.delete(partial);
        throw isFull(error) ? storageFull() : error;
      }
    },
    // Not the driver's own: of an empty file it gives what else is in the process's buffers.
    read: (key) => readFile(join(location, key)),
    async stream(key, range) {
      const file = await open(join(location, key));
      return file.createReadStream(range);
    },
    remove: (key) => disk.delete(key),
    async *list(prefix) {
      const { objects } = await disk.listAll(prefix, { recursive: true });
      for (const object of objects) {
        if (object.isFile && !object.key.startsWith(`${PARTIAL}/`)) yield object.key;
      }
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(ENOSPC|EDQUOT)$/.test(`${error.code}`);
}

function storageFull(): DomainError {
  return new DomainError("unavailable", "storage.full", "The disk is full. Nothing was kept.");
}

/** What a killed process left; one that is still writing beside this one touches its file. */
async function forgetAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

/** On the disk itself when it returns: the row that names the blob is committed after it. */
async function write(path: string, content: Readable | Uint8Array): Promise<void> {
  const source = content instanceof Readable ? content : Readable.from([content]);
  // A source may break while the file is being opened; pipeline then throws what broke it.
  source.on("error", () => undefined);
  const file = await open(path, "wx", 0o600);
  await pipeline(source, file.createWriteStream({ flush: true }));
}
