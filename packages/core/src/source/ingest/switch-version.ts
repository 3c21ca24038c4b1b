import { switchLiveVersion } from "@understudy/db/queries/sources";
import type { JobContext } from "../../kernel/job.ts";

/** Moving one pointer makes the new passages answer and the old ones stop, in one step. */
export async function switchVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  await ctx.fenced((tx) => switchLiveVersion(tx, sourceVersionId));
  await ctx.note("info", "Live.");
}
