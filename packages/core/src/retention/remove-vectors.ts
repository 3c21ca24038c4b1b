import { listTwinModels, listVersionModels } from "@understudy/db/queries/embeddings";
import type { JobContext } from "../kernel/job.ts";

/** From where vectors are searched, if that is not memory. */
export async function removeVersionVectors(
  ctx: JobContext,
  { twinId, sourceVersionId }: { twinId: string; sourceVersionId: string },
): Promise<void> {
  const { vectorStore } = ctx.ports;
  if (!vectorStore) return;
  const { signal, correlationId } = ctx;
  for (const model of await ctx.transaction((tx) => listVersionModels(tx, sourceVersionId))) {
    const index = await vectorStore.open(ctx, model);
    await index.removeSegment(twinId, sourceVersionId, { signal, correlationId });
  }
}

/** All that the store holds of a twin. */
export async function removeTwinVectors(ctx: JobContext, twinId: string): Promise<void> {
  const { vectorStore } = ctx.ports;
  if (!vectorStore) return;
  const { signal, correlationId } = ctx;
  for (const model of await ctx.transaction((tx) => listTwinModels(tx, twinId))) {
    const index = await vectorStore.open(ctx, model);
    await index.removeNamespace(twinId, { signal, correlationId });
  }
}
