import { createHash } from "node:crypto";
import { judgeMediaType } from "../source/judge-media-type.ts";
import { receiveFile } from "../source/receive-file.ts";
import type { TestTenant, TestWorld } from "./open-test-world.ts";

type Added = { twinId: string; fileName?: string } & ({ text: string } | { bytes: Buffer });

/** A file as the upload edge hands it over. */
export async function addFile(
  world: TestWorld,
  tenant: TestTenant,
  { twinId, fileName = "keeper.md", ...content }: Added,
) {
  const bytes = "bytes" in content ? content.bytes : Buffer.from(content.text);
  const mediaType = judgeMediaType(bytes.subarray(0, 1_024), fileName);
  const blobKey = `${tenant.tenantId}/${crypto.randomUUID()}`;
  await world.ports.blobs.put(blobKey, bytes);
  const sha256 = createHash("sha256").update(bytes).digest();
  const file = { fileName, mediaType, byteSize: bytes.length, sha256, blobKey };
  return receiveFile.run(tenant.as("owner"), { twinId, ...file });
}
