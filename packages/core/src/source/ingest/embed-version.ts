import { getSourceVersion, markVersionStage } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { adoptedEmbedder } from "../../reindex/adopted-embedder.ts";
import { embedOrSay } from "./embed-or-say.ts";

/** By the model that the twin's other passages are found by; a retry pays for nothing again. */
export async function embedVersion(
  ctx: JobContext,
  { id: sourceVersionId, twinId }: { id: string; twinId: string },
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const embedder = await adoptedEmbedder(ctx, twinId);
  if (!embedder) return;
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (version.stage !== "chunked") return;
  await embedOrSay(ctx, { version, embedder }, report);
  await ctx.fenced((tx) => markVersionStage(tx, { sourceVersionId, stage: "embedded" }));
}
