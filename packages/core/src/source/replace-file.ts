import { createHash } from "node:crypto";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { makeBlobKey } from "./blob-key.ts";
import { ReceivedFile, ReplaceSourceInput, Source, SourceRef } from "./contract.ts";
import { displayName } from "./display-name.ts";
import { HEAD_BYTES, judgeMediaType } from "./judge-media-type.ts";
import { renewSource } from "./renew-source.ts";

/** A file whose bytes the upload edge has already streamed into the blob store takes another's place. */
export const replaceFile = useCase({
  permission: "source.write",
  input: z.object({ ...SourceRef.shape, ...ReceivedFile.shape }),
  output: Source,
  run: (ctx, file) => renewSource(ctx, { ...file, kind: "file", trigger: "replaced" }),
});

/** The same for a file that is small enough to stand in the request. Refuses `source.empty`. */
export const replaceSource = useCase({
  permission: "source.write",
  input: ReplaceSourceInput,
  output: Source,
  run: async (ctx, { sourceId, fileName: typed, contentBase64 }) => {
    const bytes = Buffer.from(contentBase64, "base64");
    if (bytes.length === 0) {
      throw new DomainError("invalid", "source.empty", "This file is empty.");
    }
    const fileName = displayName(typed);
    const blobKey = makeBlobKey(ctx.actor.tenantId);
    await ctx.ports.blobs.put(blobKey, bytes);
    return renewSource(ctx, {
      sourceId,
      kind: "file",
      trigger: "replaced",
      fileName,
      mediaType: judgeMediaType(bytes.subarray(0, HEAD_BYTES), fileName),
      byteSize: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest(),
      blobKey,
    });
  },
});
