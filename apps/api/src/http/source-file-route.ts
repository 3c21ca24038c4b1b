import { Readable } from "node:stream";
import { execute } from "@understudy/core/kernel/use-case";
import { getSourceFile } from "@understudy/core/source/get-source-file";
import { Hono } from "hono";
import { attachment } from "./content-disposition.ts";
import type { HttpEnv } from "./http-env.ts";
import { readRange } from "./read-range.ts";

const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The original, always as a download: nothing that was uploaded is ever a page of this origin. */
export function sourceFileRoute() {
  const route = new Hono<HttpEnv>();
  route.get("/api/sources/:sourceId/file", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const sourceId = c.req.param("sourceId");
    const { blobKey, byteSize, sha256, ...file } = await execute(ctx, getSourceFile, { sourceId });
    const etag = `"${sha256}"`;
    c.header("accept-ranges", "bytes");
    c.header("etag", etag);
    // A part of one version must not be put beside a part of another.
    const isSame = (c.req.header("if-range") ?? etag) === etag;
    const range = isSame ? readRange(c.req.header("range"), byteSize) : undefined;
    if (range === "unsatisfiable") {
      return c.body(null, 416, { "content-range": `bytes */${byteSize}` });
    }
    const bytes = Readable.toWeb(await ctx.ports.blobs.stream(blobKey, range));
    return c.body(bytes as ReadableStream<Uint8Array>, range ? 206 : 200, {
      "content-type": file.mediaType,
      "content-disposition": attachment(file.fileName),
      "content-security-policy": SANDBOX,
      "content-length": String(range ? range.end - range.start + 1 : byteSize),
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${byteSize}` }),
    });
  });
  return route;
}
