import { findNewestVersion } from "@understudy/db/queries/source-versions";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { SourceRef } from "./contract.ts";
import { requireSource } from "./require-source.ts";

/** Where the bytes lie that a source was last made from, and under which name they came. */
export const getSourceFile = useCase({
  permission: "source.read",
  input: SourceRef,
  output: z.object({ blobKey: z.string(), fileName: z.string(), mediaType: z.string() }),
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const { title } = await requireSource(tx, sourceId);
      const version = await findNewestVersion(tx, sourceId);
      if (!version) throw notFound("source");
      const { blobKey, fileName, mediaType } = version;
      return { blobKey, fileName: fileName ?? title, mediaType };
    }),
});
