import { createHash } from "node:crypto";
import { useCase } from "../kernel/use-case.ts";
import { addSource } from "./add-source.ts";
import { makeBlobKey } from "./blob-key.ts";
import { AddedSource, AddTextInput } from "./contract.ts";

/** A pasted note becomes a source like any other. */
export const addText = useCase({
  permission: "source.write",
  input: AddTextInput,
  output: AddedSource,
  run: async (ctx, { twinId, title, text }) => {
    const bytes = new TextEncoder().encode(text);
    const blobKey = makeBlobKey(ctx.actor.tenantId);
    await ctx.ports.blobs.put(blobKey, bytes);
    return addSource(ctx, {
      twinId,
      title,
      kind: "note",
      fileName: "note.txt",
      mediaType: "text/plain",
      byteSize: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest(),
      blobKey,
    });
  },
});
