import type { IncomingMessage } from "node:http";
import { receiveBundle } from "@understudy/core/bundle/import-bundle";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { authorize, execute } from "@understudy/core/kernel/use-case";
import { makeBlobKey } from "@understudy/core/source/blob-key";
import { Hono } from "hono";
import type { Resources } from "../resources.ts";
import type { HttpEnv } from "./http-env.ts";
import { receiveFiles } from "./receive-files.ts";

const MAX_BUNDLE_BYTES = 8 * 1_024 ** 3;

/** A bundle as it is uploaded: streamed to the store, judged there, and taken in by a job. */
export function bundleRoute({ ports: { blobs } }: Resources) {
  const route = new Hono<HttpEnv>();
  route.post("/api/bundles", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    await authorize(ctx, receiveBundle.permission);
    const [reception] = await receiveFiles(c.env.incoming as IncomingMessage, {
      field: "file",
      maxFiles: 1,
      blobs,
      maxFileBytes: MAX_BUNDLE_BYTES,
      nextKey: () => makeBlobKey(ctx.actor.tenantId),
      signal: ctx.signal,
    });
    if (!reception) {
      throw new DomainError("invalid", "upload.no_files", "Send one file in the field file.");
    }
    if (reception.outcome === "refused") throw reception.refusal;
    const { blobKey, byteSize } = reception.file;
    return c.json(await execute(ctx, receiveBundle, { blobKey, byteSize }), 202);
  });
  return route;
}
