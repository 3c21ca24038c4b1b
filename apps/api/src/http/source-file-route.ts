import { Readable } from "node:stream";
import { execute } from "@understudy/core/kernel/use-case";
import { getSourceFile } from "@understudy/core/source/get-source-file";
import { Hono } from "hono";
import { attachment } from "./content-disposition.ts";
import type { HttpEnv } from "./http-env.ts";

const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The original, always as a download: nothing that was uploaded is ever a page of this origin. */
export function sourceFileRoute() {
  const route = new Hono<HttpEnv>();
  route.get("/api/sources/:sourceId/file", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const sourceId = c.req.param("sourceId");
    const { blobKey, fileName, mediaType } = await execute(ctx, getSourceFile, { sourceId });
    const bytes = Readable.toWeb(await ctx.ports.blobs.stream(blobKey));
    return c.body(bytes as ReadableStream<Uint8Array>, 200, {
      "content-type": mediaType,
      "content-disposition": attachment(fileName),
      "content-security-policy": SANDBOX,
    });
  });
  return route;
}
