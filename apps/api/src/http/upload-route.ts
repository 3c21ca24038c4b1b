import type { IncomingMessage } from "node:http";
import type { Context as DomainContext } from "@understudy/core/kernel/context";
import { DomainError, notFound } from "@understudy/core/kernel/domain-error";
import { authorize, execute } from "@understudy/core/kernel/use-case";
import { makeBlobKey } from "@understudy/core/source/blob-key";
import type { AddedSource } from "@understudy/core/source/contract";
import { receiveFile } from "@understudy/core/source/receive-file";
import { TwinRef } from "@understudy/core/twin/contract";
import { requireTwin } from "@understudy/core/twin/twins";
import { Hono } from "hono";
import type { Resources } from "../resources.ts";
import type { HttpEnv } from "./http-env.ts";
import { type ReceivedFile, receiveFiles } from "./receive-files.ts";

const BYTES_PER_MB = 1_048_576;
const MAX_FILES = 50;

interface Refused {
  fileName: string;
  reason: string;
  message: string;
}

/** Several files at once: the good ones are kept, each refused one is named with its reason. */
export function uploadRoute({ env, ports: { blobs } }: Resources) {
  const route = new Hono<HttpEnv>();
  route.post("/api/twins/:twinId/sources", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    await authorize(ctx, receiveFile.permission);
    const twinId = await knownTwin(ctx, c.req.param("twinId"));
    const receptions = await receiveFiles(c.env.incoming as IncomingMessage, {
      field: "files",
      maxFiles: MAX_FILES,
      blobs,
      maxFileBytes: env.MAX_UPLOAD_MB * BYTES_PER_MB,
      nextKey: () => makeBlobKey(ctx.actor.tenantId),
      signal: ctx.signal,
    });
    if (receptions.length === 0) {
      throw new DomainError(
        "invalid",
        "upload.no_files",
        "Send one file or more in the field files.",
      );
    }
    const sources: AddedSource[] = [];
    const refused: Refused[] = [];
    for (const reception of receptions) {
      if (reception.outcome === "received") {
        sources.push(await addFile(ctx, twinId, reception.file));
      } else {
        const { fileName, refusal } = reception;
        if (receptions.length === 1) throw refusal;
        refused.push({ fileName, reason: refusal.reason, message: refusal.message });
      }
    }
    return c.json({ sources: sources.map(summary), ...(refused.length > 0 && { refused }) }, 202);
  });
  return route;
}

/** Before a byte is stored. */
async function knownTwin(ctx: DomainContext, twinId: string): Promise<string> {
  const ref = TwinRef.safeParse({ twinId });
  if (!ref.success) throw notFound("twin");
  const { id } = await ctx.transaction((tx) => requireTwin(tx, ref.data.twinId));
  return id;
}

/** A blob that no source refers to is not kept: not after a refusal, nor beside the same bytes. */
async function addFile(
  ctx: DomainContext,
  twinId: string,
  file: ReceivedFile,
): Promise<AddedSource> {
  const { blobs } = ctx.ports;
  try {
    const source = await execute(ctx, receiveFile, { twinId, ...file });
    if (source.duplicateOf) await blobs.remove(file.blobKey);
    return source;
  } catch (error) {
    await blobs.remove(file.blobKey);
    throw error;
  }
}

function summary({ id, title, status, jobId, duplicateOf }: AddedSource) {
  return { id, title, status, jobId, ...(duplicateOf && { duplicateOf }) };
}
