import { detectKind } from "@understudy/rag/parse/detect-kind";
import type { Context } from "../../kernel/context.ts";
import { readFetched } from "../ingest/fetch-page.ts";

/** A page as it is now: its kind by its bytes, its size, and the title that it gives itself. */
export async function lookAtPage(ctx: Context, url: string) {
  const fetched = await ctx.ports.egress.fetchUrl(url, { signal: ctx.signal });
  const content = readFetched(fetched);
  const bytes = content?.bytes ?? new Uint8Array();
  const fileName = content?.fileName ?? "";
  const isHtml = detectKind(bytes, fileName) === "html";
  const outline = isHtml ? await ctx.ports.readOutline({ bytes, fileName }, ctx.signal) : undefined;
  return {
    url: fetched.url,
    title: outline?.title || null,
    mediaType: fetched.mediaType.essence,
    byteSize: bytes.byteLength,
    estimatedSeconds: 2,
  };
}
