import { adoptModel, findLiveGeneration } from "@understudy/db/queries/index-generations";
import { hasPassages } from "@understudy/db/queries/index-targets";
import type { Embedder } from "@understudy/rag/embed/embedder";
import type { JobContext } from "../kernel/job.ts";

/**
 * The model that a twin's passages are found by: the first text of an empty twin takes the configured
 * one, and from then on it changes only with an index that was filled whole. Null: words alone.
 */
export async function adoptedEmbedder(ctx: JobContext, twinId: string): Promise<Embedder | null> {
  const { embedder, embedders } = ctx.ports;
  const { live, isEmpty } = await ctx.transaction(async (tx) => ({
    live: await findLiveGeneration(tx, twinId),
    isEmpty: !(await hasPassages(tx, twinId)),
  }));
  if (live) return live.model === null ? null : embedders.open(live.model);
  if (!embedder || !isEmpty) return null;
  await ctx.fenced((tx) => adoptModel(tx, { twinId, model: embedder.model }));
  return embedder;
}
