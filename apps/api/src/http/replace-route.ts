import type { IncomingMessage } from "node:http";
import type { Context } from "@understudy/core/kernel/context";
import { DomainError, notFound } from "@understudy/core/kernel/domain-error";
import { authorize, execute } from "@understudy/core/kernel/use-case";
import { makeBlobKey } from "@understudy/core/source/blob-key";
import { type Source, SourceRef } from "@understudy/core/source/contract";
import { replaceFile } from "@understudy/core/source/replace-file";
import { requireSource } from "@understudy/core/source/require-source";
import { Hono } from "hono";
import type { Resources } from "../resources.ts";
import type { HttpEnv } from "./http-env.ts";
import { type ReceivedFile, receiveFiles } from "./receive-files.ts";

const BYTES_PER_MB = 1_048_576;

/** A new file in the place of a source's old one, which answers until the new one is live. */
export function replaceRoute({ env, ports: { blobs } }: Resources) {
  const route = new Hono<HttpEnv>();
  route.put("/api/sources/:sourceId/file", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    await authorize(ctx, replaceFile.permission);
    const sourceId = await knownSource(ctx, c.req.param("sourceId"));
    const [reception] = await receiveFiles(c.env.incoming as IncomingMessage, {
      field: "file",
      maxFiles: 1,
      blobs,
      maxFileBytes: env.MAX_UPLOAD_MB * BYTES_PER_MB,
      nextKey: () => makeBlobKey(ctx.actor.tenantId),
      signal: ctx.signal,
    });
    if (!reception) {
      throw new DomainError("invalid", "upload.no_files", "Send one file in the field file.");
    }
    if (reception.outcome === "refused") throw reception.refusal;
    return c.json(await replace(ctx, sourceId, reception.file), 202);
  });
  return route;
}

/** Before a byte is stored. */
async function knownSource(ctx: Context, sourceId: string): Promise<string> {
  const ref = SourceRef.safeParse({ sourceId });
  if (!ref.success) throw notFound("source");
  const { id } = await ctx.transaction((tx) => requireSource(tx, ref.data.sourceId));
  return id;
}

/** A blob that no version refers to is not kept. */
async function replace(ctx: Context, sourceId: string, file: ReceivedFile): Promise<Source> {
  try {
    return await execute(ctx, replaceFile, { sourceId, ...file });
  } catch (error) {
    await ctx.ports.blobs.remove(file.blobKey);
    throw error;
  }
}
