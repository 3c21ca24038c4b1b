import { Readable } from "node:stream";
import { ExportAudienceInput } from "@understudy/core/audience/contract";
import { streamAudience } from "@understudy/core/audience/export-audience";
import { ExportInput } from "@understudy/core/conversation/operate/contract";
import {
  getExportFile,
  MEDIA_TYPES,
  streamExport,
} from "@understudy/core/conversation/operate/export-file";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { execute } from "@understudy/core/kernel/use-case";
import { type Context, Hono } from "hono";
import type { z } from "zod";
import { attachment } from "./content-disposition.ts";
import type { HttpEnv } from "./http-env.ts";

/** Conversations and people as a file: written while it is read, or fetched where a job has written it. */
export function exportRoute() {
  const route = new Hono<HttpEnv>();
  route.get("/api/conversations/export", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const input = readAsked(c.req.query("q"), ExportInput);
    const parts = streamExport(ctx, input);
    // What is refused is refused before the reply has begun.
    const first = await parts.next();
    return reply(c, Readable.from(textsOf(first, parts)), { ...input, name: "conversations" });
  });
  route.get("/api/audience/export", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const parts = streamAudience(ctx, readAsked(c.req.query("q"), ExportAudienceInput));
    const first = await parts.next();
    const file = { format: "csv", name: "audience" } as const;
    return reply(c, Readable.from(textsOf(first, parts)), file);
  });
  route.get("/api/exports/:exportId/file", async (c) => {
    const request = c.get("request");
    const ctx = request.contextOf(await request.actor());
    const exportId = c.req.param("exportId");
    const { blobKey, byteSize, format } = await execute(ctx, getExportFile, { exportId });
    c.header("content-length", String(byteSize));
    const file = { format, name: "conversations" };
    return reply(c, await ctx.ports.blobs.stream(blobKey), file);
  });
  return route;
}

function readAsked<Input extends z.ZodType>(q: string | undefined, shape: Input): z.output<Input> {
  try {
    const asked = shape.safeParse(JSON.parse(q ?? ""));
    if (asked.success) return asked.data;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new DomainError("invalid", "input.invalid", "Say in `q`, as JSON, what to export.");
}

type Parts = AsyncGenerator<{ text: string }>;

async function* textsOf(first: IteratorResult<{ text: string }>, rest: Parts) {
  if (!first.done) yield Buffer.from(first.value.text);
  for await (const { text } of rest) yield Buffer.from(text);
}

interface File {
  format: keyof typeof MEDIA_TYPES;
  name: string;
}

function reply(c: Context<HttpEnv>, bytes: Readable, { format, name }: File) {
  return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, 200, {
    "content-type": MEDIA_TYPES[format],
    "content-disposition": attachment(`${name}.${format}`),
    "cache-control": "no-store",
  });
}
