import { Readable } from "node:stream";
import { openExport } from "@understudy/core/export/exports";
import { execute } from "@understudy/core/kernel/use-case";
import { Hono } from "hono";
import { attachment } from "./content-disposition.ts";
import type { HttpEnv } from "./http-env.ts";

/** Files that jobs wrote, by a link that is good for some minutes, for someone of the tenant. */
export function downloadRoute() {
  const route = new Hono<HttpEnv>();
  route.get("/api/downloads/:exportId", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const { until = "0", key = "" } = c.req.query();
    const asked = { exportId: c.req.param("exportId"), until, key };
    const { blobKey, byteSize, fileName } = await execute(ctx, openExport, asked);
    const bytes = Readable.toWeb(await ctx.ports.blobs.stream(blobKey));
    return c.body(bytes as ReadableStream<Uint8Array>, 200, {
      "content-type": "application/zip",
      "content-length": String(byteSize),
      "content-disposition": attachment(fileName),
      "cache-control": "no-store",
    });
  });
  return route;
}
