import { createHash } from "node:crypto";
import { receiveFile } from "../source/receive-file.ts";
import type { TestTenant, TestWorld } from "./open-test-world.ts";

/** A text file as the upload edge hands it over. */
export async function addFile(
  world: TestWorld,
  tenant: TestTenant,
  { twinId, text, fileName = "keeper.md" }: { twinId: string; text: string; fileName?: string },
) {
  const bytes = Buffer.from(text);
  const blobKey = `${tenant.tenantId}/${crypto.randomUUID()}`;
  await world.ports.blobs.put(blobKey, bytes);
  const sha256 = createHash("sha256").update(bytes).digest();
  const file = { fileName, mediaType: "text/markdown", byteSize: bytes.length, sha256, blobKey };
  return receiveFile.run(tenant.as("owner"), { twinId, ...file });
}
