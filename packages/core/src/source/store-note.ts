import { createHash } from "node:crypto";
import type { Context } from "../kernel/context.ts";
import { makeBlobKey } from "./blob-key.ts";

/** A note's text becomes a file like any other. */
export async function storeNote(ctx: Context, text: string) {
  const bytes = new TextEncoder().encode(text);
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  await ctx.ports.blobs.put(blobKey, bytes);
  return {
    fileName: "note.txt",
    mediaType: "text/plain",
    byteSize: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest(),
    blobKey,
  };
}
