import { dumpRows } from "@understudy/db/backup/dump-rows";
import type { Database } from "@understudy/db/client";
import type { BlobStore } from "../kernel/blob-store.ts";
import { type FileLine, writeBackup } from "./backup-file.ts";

const PIECE_BYTES = 3 * 2 ** 18;

export interface BackupNeeds {
  db: Database;
  blobs: BlobStore;
  /** The secret that the data directory keeps; null where the operator keeps it. */
  secret: string | null;
}

/** Everything of an instance in one file: rows as of one moment, then every file they refer to. */
export function makeBackup(path: string, { db, blobs, secret }: BackupNeeds): Promise<void> {
  return writeBackup(path, async (write) => {
    const createdAt = new Date().toISOString();
    await write({ what: "understudy", format: 1, createdAt, secret });
    await dumpRows(db, write);
    for await (const key of blobs.list("")) await writeBlob(blobs, key, write);
  });
}

async function writeBlob(
  blobs: BlobStore,
  key: string,
  write: (line: FileLine) => Promise<void>,
): Promise<void> {
  const bytes = await readUnlessGone(blobs, key);
  if (!bytes) return;
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  await write({ what: "blob", key, pieces });
  for (let piece = 0; piece < pieces; piece++) {
    const part = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
    await write({ what: "piece", base64: Buffer.from(part).toString("base64") });
  }
}

/** What is reclaimed meanwhile belongs to no row any more. */
async function readUnlessGone(blobs: BlobStore, key: string): Promise<Uint8Array | null> {
  try {
    return await blobs.read(key);
  } catch (error) {
    for await (const found of blobs.list(key)) if (found === key) throw error;
    return null;
  }
}
