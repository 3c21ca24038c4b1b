import { listVersionModels } from "@understudy/db/queries/embeddings";
import type { VersionCounts } from "@understudy/db/queries/version-counts";
import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { JobContext } from "../kernel/job.ts";
import type { Agreement } from "./agreement.ts";
import { startAgain } from "./reconcile-versions.ts";

/** Where vectors are searched outside of memory, they are those of the versions that are there, and no others. */
export async function reconcileVectors(
  ctx: JobContext,
  versions: readonly VersionCounts[],
): Promise<Partial<Agreement>> {
  if (!ctx.ports.vectorStore) return {};
  const counted = { storedVectors: 0 };
  const repaired = { storedVectorsMissing: 0, storedVectorsOrphaned: 0 };
  for (const [twinId, own] of Map.groupBy(versions, (version) => version.twinId)) {
    const index = await openIndex(ctx, own);
    if (!index) continue;
    const { signal, correlationId } = ctx;
    const call = { signal, correlationId };
    const known = new Set(own.map(({ id }) => id));
    for (const segmentId of await index.listSegments(twinId, call)) {
      if (known.has(segmentId)) continue;
      await index.removeSegment(twinId, segmentId, call);
      repaired.storedVectorsOrphaned++;
    }
    for (const version of own) {
      if (!version.isLive || version.vectors === 0) continue;
      const stored = (await index.listOrdinals(twinId, version.id, call)).length;
      counted.storedVectors += stored;
      if (stored === version.vectors) continue;
      const isIdle = await ctx.fenced((tx) => startAgain(ctx, tx, version, "vectors"));
      if (isIdle) repaired.storedVectorsMissing++;
    }
  }
  return { counted, repaired };
}

async function openIndex(
  ctx: JobContext,
  versions: readonly VersionCounts[],
): Promise<VectorIndex | undefined> {
  const { embedder, vectorStore } = ctx.ports;
  const embedded = versions.find(({ vectors }) => vectors > 0);
  if (!embedder || !vectorStore || !embedded) return undefined;
  const models = await ctx.transaction((tx) => listVersionModels(tx, embedded.id));
  const current = models.find(({ model }) => model === embedder.model);
  return current && vectorStore.open(ctx, current);
}
