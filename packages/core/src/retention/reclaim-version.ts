import { listVersionModels } from "@understudy/db/queries/embeddings";
import {
  deleteSomeChunks,
  markReclaimed,
  type SupersededVersion,
} from "@understudy/db/queries/superseded-versions";
import type { JobContext } from "../kernel/job.ts";

/** Small enough that the embedded engine answers others between two of them. */
const CHUNKS_PER_WRITE = 200;

/** The row stays as history, and citations keep their quotes; a second run finds less to do. */
export async function reclaimVersion(
  ctx: JobContext,
  { id: sourceVersionId, twinId, blobKey }: SupersededVersion,
): Promise<void> {
  await removeVectors(ctx, { twinId, sourceVersionId });
  if (blobKey) await ctx.ports.blobs.remove(blobKey);
  const chunks = { sourceVersionId, limit: CHUNKS_PER_WRITE };
  while ((await ctx.fenced((tx) => deleteSomeChunks(tx, chunks))) === CHUNKS_PER_WRITE);
  await ctx.fenced((tx) => markReclaimed(tx, sourceVersionId));
}

/** From where they are searched, if that is not memory. */
async function removeVectors(
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
