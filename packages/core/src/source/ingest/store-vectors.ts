import { listVectors } from "@understudy/db/queries/embeddings";
import type { JobContext } from "../../kernel/job.ts";
import { findVectorStore } from "../../knowledge/find-vector-store.ts";

const VECTORS_PER_READ = 200;

/** Brings a version's vectors to where they are searched, if that is not memory; anew after a failure. */
export async function storeVectors(
  ctx: JobContext,
  { twinId, id: sourceVersionId }: { twinId: string; id: string },
  model: string,
): Promise<void> {
  if (!ctx.ports.vectorStore) return;
  const { signal, correlationId } = ctx;
  let afterOrdinal = -1;
  for (;;) {
    const page = { sourceVersionId, model, afterOrdinal, limit: VECTORS_PER_READ };
    const rows = await ctx.transaction((tx) => listVectors(tx, page));
    const last = rows.at(-1);
    // Looked up for each page: rules may forbid the store meanwhile.
    const vectorStore = last && (await findVectorStore(ctx, twinId));
    if (!vectorStore) return;
    const dimensions = last.vector.length;
    const index = await vectorStore.open(ctx, { model, dimensions });
    const vectors = rows.map(({ ordinal, vector: values }) => ({
      segmentId: sourceVersionId,
      ordinal,
      values,
    }));
    await index.upsert(twinId, vectors, { signal, correlationId });
    afterOrdinal = last.ordinal;
  }
}
