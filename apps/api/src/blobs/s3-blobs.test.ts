import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itKeepsBlobs } from "./blob-contract.ts";
import { openS3Blobs, type S3Settings } from "./s3-blobs.ts";

/** The pair that the server knows. */
const credentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
let directory: string;
let server: S3rver;
let settings: S3Settings;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "understudy-bucket-"));
  server = new S3rver({
    directory,
    port: 0,
    address: "127.0.0.1",
    silent: true,
    allowMismatchedSignatures: false,
    configureBuckets: [{ name: "files", configs: [] }],
  });
  const { port } = (await server.run()) as AddressInfo;
  settings = {
    bucket: "files",
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
  };
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

describe("a bucket", () => itKeepsBlobs(() => openS3Blobs(settings)));

describe("a bucket that is shared", () => {
  itKeepsBlobs(() => openS3Blobs({ ...settings, prefix: "one/" }));

  it("shows no instance another's keys", async () => {
    const [one, other] = ["one/", "other/"].map((prefix) => openS3Blobs({ ...settings, prefix }));
    await one!.put("a/key", Uint8Array.of(1));
    for await (const key of other!.list("a")) expect.fail(key);
    await expect(other!.read("a/key")).rejects.toThrow();
    await one!.remove("a/key");
  });
});

it("asks under its own name: an unknown key is refused", async () => {
  const stranger = { accessKeyId: "STRANGER", secretAccessKey: "S3RVER" };
  const blobs = openS3Blobs({ ...settings, credentials: stranger });
  await expect(blobs.put("a/key", Uint8Array.of(1))).rejects.toThrow(/Access Key Id/);
});
