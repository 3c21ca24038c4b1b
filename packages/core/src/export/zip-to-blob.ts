import { Readable, Transform } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { JobContext } from "../kernel/job.ts";

/** A file of an archive, made when its turn comes. */
export interface ZipEntry {
  path: string;
  /** Pictures and archives are small already. */
  isPacked?: boolean;
  open: () => Promise<AsyncIterable<Uint8Array | string>> | AsyncIterable<Uint8Array | string>;
}

/** Writes a ZIP entry by entry, none of which is ever whole in memory. Gives its bytes. */
export async function zipToBlob(
  ctx: JobContext,
  blobKey: string,
  entries: AsyncIterable<ZipEntry>,
): Promise<number> {
  const zip = new ZipFile();
  let bytes = 0;
  // Not by listening: bytes would flow before a store that opens its file first has begun to take them.
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  zip.on("error", (error: Error) => counted.destroy(error));
  const written = ctx.ports.blobs.put(blobKey, counted);
  const piped = pipeline(zip.outputStream, counted);
  const filled = fill(ctx, zip, entries).catch((error: Error) => {
    counted.destroy(error);
    throw error;
  });
  const ends = await Promise.allSettled([filled, piped, written]);
  const broken = ends.find((end) => end.status === "rejected");
  if (broken) throw broken.reason;
  return bytes;
}

/** One entry is finished before the next is opened: so what is counted on the way is known to the last one. */
async function fill(
  ctx: JobContext,
  zip: ZipFile,
  entries: AsyncIterable<ZipEntry>,
): Promise<void> {
  for await (const { path, isPacked = false, open } of entries) {
    ctx.signal.throwIfAborted();
    const bytes = Readable.from(toBytes(await open()), { objectMode: false });
    const ended = finished(bytes);
    zip.addReadStream(bytes, path, { compress: !isPacked, mtime: new Date(0) });
    await ended;
  }
  zip.end();
}

async function* toBytes(parts: AsyncIterable<Uint8Array | string>) {
  for await (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}
