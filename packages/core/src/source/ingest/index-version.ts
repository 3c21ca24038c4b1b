import { listChunkTexts } from "@understudy/db/queries/chunks";
import { saveSegment } from "@understudy/db/queries/segments";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { noteNearDuplicates } from "./note-near-duplicates.ts";
import { packPassages } from "./pack-passages.ts";

/** The packed segment that queries read; built from the stored passages, replaced whole. */
export async function indexVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const { version, chunks } = await ctx.transaction(async (tx) => ({
    version: await getSourceVersion(tx, sourceVersionId),
    chunks: await listChunkTexts(tx, sourceVersionId),
  }));
  const bytes = packPassages(chunks, version.sourceTitle);
  await ctx.fenced((tx) => saveSegment(tx, { version, passageCount: chunks.length, bytes }));
  // An owner may well hold what a source says.
  const isCompared = version.stage !== "live" && version.sourceKind !== "belief";
  if (isCompared) await noteNearDuplicates(ctx, version);
}
