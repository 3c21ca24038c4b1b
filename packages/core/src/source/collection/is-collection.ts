import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import { isArchive } from "@understudy/rag/parse/archive/list-members";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import type { Context } from "../../kernel/context.ts";

const ZIPPED = /zip|openxmlformats/;

/** Whether a version stands for other sources: a site, or an archive of files that is no member of another. */
export async function isCollection(ctx: Context, version: OwnedVersionRow): Promise<boolean> {
  const { sourceKind, sourceParentId, stage, chunkCount, blobKey, mediaType } = version;
  if (sourceKind === "sitemap") return true;
  if (stage === "live") return chunkCount === 0;
  const mayBe = sourceKind === "file" && !sourceParentId && stage === "received";
  if (!mayBe || !blobKey || !ZIPPED.test(mediaType ?? "")) return false;
  try {
    return isArchive(await ctx.ports.blobs.read(blobKey));
  } catch (error) {
    // What is damaged, or a bomb, is for the parser to refuse.
    if (error instanceof SourceRejected) return false;
    throw error;
  }
}
