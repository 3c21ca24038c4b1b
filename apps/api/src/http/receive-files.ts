import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Readable, Transform } from "node:stream";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { displayName } from "@understudy/core/source/display-name";
import { HEAD_BYTES, judgeMediaType } from "@understudy/core/source/judge-media-type";
import busboy from "busboy";

export interface ReceivedFile {
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: Uint8Array<ArrayBuffer>;
  blobKey: string;
}

export type Reception =
  | { outcome: "received"; file: ReceivedFile }
  | { outcome: "refused"; fileName: string; refusal: DomainError };

export interface ReceiveOptions {
  /** The name of the parts that are files, and how many of them are taken. */
  field: string;
  maxFiles: number;
  blobs: BlobStore;
  maxFileBytes: number;
  nextKey(): string;
  signal: AbortSignal;
}

/** Streams each part into the blob store as it arrives; memory stays flat whatever is sent. */
export async function receiveFiles(
  request: IncomingMessage,
  options: ReceiveOptions,
): Promise<Reception[]> {
  const parser = parserFor(request, options);
  const receptions: Promise<Reception>[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    parser.on("file", (field, part, { filename }) => {
      if (field !== options.field) return part.resume();
      const reception = receiveOne(part, displayName(filename), options);
      reception.catch((error: unknown) => parser.destroy(error as Error));
      receptions.push(reception);
    });
    parser.once("filesLimit", () => reject(tooMany(options.maxFiles)));
    parser.once("error", (error) => reject(isSystemError(error) ? error : broken()));
    parser.once("close", resolve);
    request.once("aborted", () => parser.destroy(broken()));
    options.signal.addEventListener("abort", () => parser.destroy(broken()), { once: true });
  });
  request.pipe(parser);
  try {
    await finished;
    return await Promise.all(receptions);
  } catch (error) {
    request.unpipe(parser);
    await discard(receptions, options.blobs);
    throw error;
  }
}

function parserFor(
  request: IncomingMessage,
  { maxFileBytes, maxFiles }: ReceiveOptions,
): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: {
        fileSize: maxFileBytes,
        files: maxFiles,
        fields: 20,
        fieldSize: 1_024,
        parts: 100,
      },
    });
  } catch {
    throw new DomainError("invalid", "input.unsupported_media_type", "Send multipart/form-data.");
  }
}

/** busboy cuts a part at its limit and says so, instead of failing: the cut part is refused here. */
async function receiveOne(
  part: Readable & { truncated?: boolean },
  fileName: string,
  { blobs, maxFileBytes, nextKey }: ReceiveOptions,
): Promise<Reception> {
  const blobKey = nextKey();
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  let byteSize = 0;
  const measured = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      if (byteSize < HEAD_BYTES) head = Buffer.concat([head, bytes.subarray(0, HEAD_BYTES)]);
      byteSize += bytes.byteLength;
      done(null, bytes);
    },
    flush: (done) =>
      done(part.truncated ? tooLarge(maxFileBytes) : byteSize === 0 ? empty() : null),
  });
  part.once("error", (error) => measured.destroy(error));
  try {
    await blobs.put(blobKey, part.pipe(measured));
    const mediaType = judgeMediaType(head, fileName);
    const file = { fileName, mediaType, byteSize, sha256: hash.digest(), blobKey };
    return { outcome: "received", file };
  } catch (error) {
    part.resume();
    if (error instanceof DomainError) return { outcome: "refused", fileName, refusal: error };
    throw error;
  }
}

async function discard(receptions: Promise<Reception>[], blobs: BlobStore): Promise<void> {
  for (const settled of await Promise.allSettled(receptions)) {
    if (settled.status === "fulfilled" && settled.value.outcome === "received") {
      await blobs.remove(settled.value.file.blobKey);
    }
  }
}

/** A full disk is ours; what busboy dislikes is the caller's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function tooLarge(maxFileBytes: number): DomainError {
  const limit = `${Math.floor(maxFileBytes / 1_048_576)} MB`;
  return new DomainError("limit_exceeded", "source.too_large", `A file may have up to ${limit}.`);
}

function empty(): DomainError {
  return new DomainError("invalid", "source.empty", "This file is empty.");
}

function tooMany(maxFiles: number): DomainError {
  const message = maxFiles === 1 ? "Send one file." : `Send up to ${maxFiles} files at once.`;
  return new DomainError("invalid", "upload.too_many_files", message);
}

function broken(): DomainError {
  return new DomainError("invalid", "upload.incomplete", "The upload ended before it was whole.");
}
