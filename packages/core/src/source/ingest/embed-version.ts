import { getSourceVersion, markVersionStage } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { adoptedEmbedder } from "../../reindex/adopted-embedder.ts";
import { embedOrSay } from "./embed-or-say.ts";

/** By the model that the twin's other passages are found by; a retry pays for nothing again. */
export async function embedVersion(
  ctx: JobContext,
  sourceVersionId: string,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (version.stage !== "chunked") return;
  const embedder = await adoptedEmbedder(ctx, version.twinId);
  if (!embedder) return;
  await embedOrSay(ctx, { version, embedder }, report);
  await ctx.fenced((tx) => markVersionStage(tx, { sourceVersionId, stage: "embedded" }));
}
