import type { BlobStore } from "@understudy/core/kernel/blob-store";
import type { Environment } from "../env.ts";
import { openDiskBlobs } from "./disk-blobs.ts";

/** A bucket where one is named, else a folder. The bucket's client is loaded only where it is used. */
export async function openBlobs(env: Environment, dataDir: string): Promise<BlobStore> {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = env;
  if (!bucket) return openDiskBlobs(dataDir);
  const { openS3Blobs } = await import("./s3-blobs.ts");
  return openS3Blobs({
    bucket,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    prefix: env.S3_PREFIX,
    ...(id && secret && { credentials: { accessKeyId: id, secretAccessKey: secret } }),
  });
}
