import { saveSegment } from "@understudy/db/queries/segments";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { packPassages } from "./pack-passages.ts";

/** The packed segment that queries read; built from the stored passages, replaced whole. */
export async function saveIndex(ctx: JobContext, version: OwnedVersionRow): Promise<void> {
  const packed = await packPassages(ctx.transaction, version);
  await ctx.fenced((tx) => saveSegment(tx, { version, ...packed }));
}
