import { Readable } from "node:stream";
import { ExportInput } from "@understudy/core/conversation/operate/contract";
import {
  getExportFile,
  MEDIA_TYPES,
  streamExport,
} from "@understudy/core/conversation/operate/export-file";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { execute } from "@understudy/core/kernel/use-case";
import { type Context, Hono } from "hono";
import { attachment } from "./content-disposition.ts";
import type { HttpEnv } from "./http-env.ts";

/** Conversations as a file: written while it is read, or fetched where a job has written it. */
export function exportRoute() {
  const route = new Hono<HttpEnv>();
  route.get("/api/conversations/export", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const input = readAsked(c.req.query("q"));
    const parts = streamExport(ctx, input);
    // What is refused is refused before the reply has begun.
    const first = await parts.next();
    return reply(c, Readable.from(textsOf(first, parts)), input.format);
  });
  route.get("/api/exports/:exportId/file", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const exportId = c.req.param("exportId");
    const { blobKey, byteSize, format } = await execute(ctx, getExportFile, { exportId });
    c.header("content-length", String(byteSize));
    return reply(c, await ctx.ports.blobs.stream(blobKey), format);
  });
  return route;
}

function readAsked(q: string | undefined) {
  try {
    const asked = ExportInput.safeParse(JSON.parse(q ?? ""));
    if (asked.success) return asked.data;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new DomainError("invalid", "input.invalid", "Say in `q`, as JSON, what to export.");
}

type Parts = ReturnType<typeof streamExport>;

async function* textsOf(first: Awaited<ReturnType<Parts["next"]>>, rest: Parts) {
  if (!first.done) yield Buffer.from(first.value.text);
  for await (const { text } of rest) yield Buffer.from(text);
}

function reply(c: Context<HttpEnv>, bytes: Readable, format: keyof typeof MEDIA_TYPES) {
  return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, 200, {
    "content-type": MEDIA_TYPES[format],
    "content-disposition": attachment(`conversations.${format}`),
    "cache-control": "no-store",
  });
}
