import { findLiveVersion, findNewestVersion } from "@understudy/db/queries/source-versions";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { hex } from "../kernel/hex.ts";
import { useCase } from "../kernel/use-case.ts";
import { SourceRef } from "./contract.ts";
import { requireSource } from "./require-source.ts";

/** Where the bytes lie that a source was made from, and under which name they came. */
export const getSourceFile = useCase({
  permission: "source.read",
  input: SourceRef,
  output: z.object({
    blobKey: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    byteSize: z.int(),
    /** In hexadecimal. */
    sha256: z.string(),
  }),
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const { title } = await requireSource(tx, sourceId);
      const version =
        (await findLiveVersion(tx, sourceId)) ?? (await findNewestVersion(tx, sourceId));
      if (!version) throw notFound("file");
      const { blobKey, fileName, mediaType, byteSize, sha256 } = version;
      if (!blobKey || !mediaType || byteSize === null || !sha256) throw notFound("file");
      const digest = hex(sha256);
      return { blobKey, fileName: fileName ?? title, mediaType, byteSize, sha256: digest };
    }),
});
