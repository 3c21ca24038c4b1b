import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { BlobStore } from "@understudy/core/kernel/blob-store";

export interface S3Settings {
  bucket: string;
  region: string;
  /** Of a server that is not Amazon's; its buckets are addressed by path. */
  endpoint?: string;
  /** Left out: as the machine has them (instance role, profile). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Before every key, so that several instances can share a bucket. */
  prefix?: string;
}

/** Blobs in a bucket of any server that speaks S3. */
export function openS3Blobs({ bucket, prefix = "", ...settings }: S3Settings): BlobStore {
  const client = openClient(settings);
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  const get = async (key: string, range?: { start: number; end: number }) => {
    const part = range && { Range: `bytes=${range.start}-${range.end}` };
    const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...part }));
    if (!Body) throw new Error(`The bucket gave no body for ${key}.`);
    return Body;
  };
  return {
    async put(key, content) {
      if (content instanceof Uint8Array) {
        await client.send(new PutObjectCommand({ ...at(key), Body: content }));
      } else {
        await putStream(client, at(key), content);
      }
    },
    read: async (key) => (await get(key)).transformToByteArray(),
    stream: async (key, range) => (await get(key, range)) as Readable,
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    async *list(within) {
      const folder = within.replace(/\/?$/, "/");
      const query = { Bucket: bucket, Prefix: prefix + folder };
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, query)) {
        for (const { Key } of Contents) if (Key) yield Key.slice(prefix.length);
      }
    },
  };
}

/** Checksums are sent only where S3 demands them: many servers that speak it know no others. */
function openClient({ region, endpoint, credentials }: Omit<S3Settings, "bucket" | "prefix">) {
  return new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  });
}

/**
 * In parts, so that no more than a few of them are in memory; what breaks off is taken back. What the
 * source broke with says more than a server that could not take it back.
 */
async function putStream(
  client: S3Client,
  at: { Bucket: string; Key: string },
  content: Readable,
): Promise<void> {
  const broken: Error[] = [];
  content.on("error", (error) => broken.push(error));
  try {
    await new Upload({ client, params: { ...at, Body: content } }).done();
  } catch (error) {
    throw broken[0] ?? error;
  }
}
