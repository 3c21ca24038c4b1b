import { Readable } from "node:stream";
import { type BackupLine, BackupRefused } from "@understudy/db/backup/backup-line";
import { loadRows } from "@understudy/db/backup/load-rows";
import type { Database } from "@understudy/db/client";
import type { BlobStore } from "../kernel/blob-store.ts";
import { type FileLine, readBackup } from "./backup-file.ts";

export interface Restored {
  createdAt: string;
  /** The secret that the data directory kept; null where the operator keeps it. */
  secret: string | null;
}

/**
 * Brings a backup into an empty database: all of it, or nothing of the rows. Files come before the
 * rows are committed, so that no row refers to one that is not there. Throws BackupRefused.
 */
export async function restoreBackup(
  path: string,
  { db, blobs }: { db: Database; blobs: BlobStore },
): Promise<Restored> {
  const lines = readBackup(path);
  const { value: head } = await lines.next();
  if (head?.what !== "understudy" || head.format !== 1) {
    throw new BackupRefused("it is no backup that this version of Understudy can read");
  }
  await loadRows(db, rowsOf(lines, blobs));
  return { createdAt: head.createdAt, secret: head.secret };
}

async function* rowsOf(
  lines: AsyncGenerator<Exclude<FileLine, { what: "end" }>>,
  blobs: BlobStore,
): AsyncGenerator<BackupLine> {
  for await (const line of { [Symbol.asyncIterator]: () => lines }) {
    if (line.what === "blob")
      await blobs.put(line.key, Readable.from(piecesOf(lines, line.pieces)));
    else if (line.what === "understudy" || line.what === "piece") throw misplaced();
    else yield line;
  }
}

async function* piecesOf(lines: AsyncGenerator<FileLine>, count: number): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < count; piece++) {
    const { value } = await lines.next();
    if (value?.what !== "piece") throw misplaced();
    yield Buffer.from(value.base64, "base64");
  }
}

function misplaced(): BackupRefused {
  return new BackupRefused("its lines are not in order");
}
