import type { SourceVersionRow } from "@understudy/db/queries/source-versions";
import { detectKind } from "@understudy/rag/parse/detect-kind";
import type { PageOutline } from "@understudy/rag/parse/html/read-outline";
import { readDirectives } from "./read-directives.ts";
import type { Walk } from "./walk.ts";

/** A page whose links are known. */
export interface ReadPage {
  /** Where it was found after all redirects; what its links are relative to. */
  url: string;
  outline: PageOutline;
  /** None of its links is to be followed. */
  isNofollow: boolean;
}

interface Content {
  bytes: Uint8Array;
  fileName: string | null;
}

export async function readPage(
  { run: { ctx } }: Walk,
  url: string,
  { bytes, fileName }: Content,
): Promise<ReadPage> {
  const request = { bytes, fileName: fileName ?? "" };
  const outline = await ctx.ports.readOutline(request, ctx.signal);
  return { url, outline, isNofollow: readDirectives(outline.robots, null).isNofollow };
}

/** Undefined for what has no links, such as a PDF. */
export async function readKeptPage(
  walk: Walk,
  { blobKey, fileName, url }: SourceVersionRow,
  address: string,
): Promise<ReadPage | undefined> {
  if (!blobKey) return undefined;
  const bytes = await walk.run.ctx.ports.blobs.read(blobKey);
  if (detectKind(bytes, fileName ?? "") !== "html") return undefined;
  return readPage(walk, url ?? address, { bytes, fileName });
}
