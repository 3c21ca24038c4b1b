import { getSourceVersion } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { saveIndex } from "./save-index.ts";

/** Makes a version searchable. */
export async function indexVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  await saveIndex(ctx, await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId)));
}
