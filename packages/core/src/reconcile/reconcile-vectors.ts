import type { VersionCounts } from "@understudy/db/queries/version-counts";
import type { CallOptions } from "@understudy/rag/chat/chat-model";
import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { JobContext } from "../kernel/job.ts";
import { findVectorStore } from "../knowledge/find-vector-store.ts";
import type { VectorStore } from "../knowledge/vector-store.ts";
import { listModels } from "../reindex/list-models.ts";
import type { Agreement } from "./agreement.ts";
import { startAgain } from "./reconcile-versions.ts";

/**
 * Where vectors are searched outside of memory, they are those of the versions that are there, by the
 * models that are in use, and no others; none where rules forbid the store.
 */
export async function reconcileVectors(
  ctx: JobContext,
  versions: readonly VersionCounts[],
): Promise<Partial<Agreement>> {
  const { vectorStore } = ctx.ports;
  if (!vectorStore) return {};
  const counted = { storedVectors: 0 };
  const repaired = { storedVectorsMissing: 0, storedVectorsOrphaned: 0 };
  for (const [twinId, own] of Map.groupBy(versions, (version) => version.twinId)) {
    const looked = await lookAtTwin(ctx, vectorStore, { twinId, own });
    counted.storedVectors += looked.stored;
    repaired.storedVectorsMissing += looked.missing;
    repaired.storedVectorsOrphaned += looked.orphaned;
  }
  return { counted, repaired };
}

interface Own {
  twinId: string;
  own: readonly VersionCounts[];
}

async function lookAtTwin(ctx: JobContext, store: VectorStore, { twinId, own }: Own) {
  const { signal, correlationId } = ctx;
  const call = { signal, correlationId };
  const sum = { stored: 0, missing: 0, orphaned: 0 };
  const mayBeThere = (await findVectorStore(ctx, twinId)) !== null;
  for (const { model, dimensions, use } of await listModels(ctx, twinId)) {
    if (!dimensions) continue;
    const index = await store.open(ctx, { model, dimensions });
    const known = new Set(use === "none" || !mayBeThere ? [] : own.map(({ id }) => id));
    sum.orphaned += await removeUnknown(index, { twinId, known, call });
    if (use !== "live" || !mayBeThere) continue;
    for (const version of own) {
      if (!version.isLive || version.vectors === 0) continue;
      const stored = (await index.listOrdinals(twinId, version.id, call)).length;
      sum.stored += stored;
      if (stored === version.vectors) continue;
      if (await ctx.fenced((tx) => startAgain(ctx, tx, version, "vectors"))) sum.missing++;
    }
  }
  return sum;
}

/** Gives how many versions there were that should not be there. */
async function removeUnknown(
  index: VectorIndex,
  { twinId, known, call }: { twinId: string; known: ReadonlySet<string>; call: CallOptions },
): Promise<number> {
  const unknown = (await index.listSegments(twinId, call)).filter((id) => !known.has(id));
  for (const segmentId of unknown) await index.removeSegment(twinId, segmentId, call);
  return unknown.length;
}
