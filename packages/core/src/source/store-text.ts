import { createHash } from "node:crypto";
import type { Context } from "../kernel/context.ts";
import { makeBlobKey } from "./blob-key.ts";

/** Text that was typed or pasted becomes a file like any other. */
export async function storeText(
  ctx: Context,
  text: string,
  file: { fileName: string; mediaType: string },
) {
  const bytes = new TextEncoder().encode(text);
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  await ctx.ports.blobs.put(blobKey, bytes);
  return {
    ...file,
    byteSize: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest(),
    blobKey,
  };
}
