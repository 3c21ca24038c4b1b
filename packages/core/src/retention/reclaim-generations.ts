import { deleteSomeEmbeddings } from "@understudy/db/queries/embeddings";
import {
  type GenerationRow,
  listDropped,
  markGenerationReclaimed,
} from "@understudy/db/queries/index-generations";
import { listStaged } from "@understudy/db/queries/recut-versions";
import { deleteUnneededVersion } from "@understudy/db/queries/requested-versions";
import { deleteSomeChunks } from "@understudy/db/queries/superseded-versions";
import type { JobContext } from "../kernel/job.ts";
import { listModels } from "../reindex/list-models.ts";
import { removeVersionVectors } from "./remove-vectors.ts";

const ROWS_PER_WRITE = 200;
const VERSIONS_PER_READ = 50;

/** Indexes of a twin that were dropped by then lose their passages and vectors. Gives how many there were. */
export async function reclaimGenerations(
  ctx: JobContext,
  { twinId, before }: { twinId: string; before: Date },
): Promise<number> {
  const dropped = await ctx.transaction((tx) => listDropped(tx, twinId));
  const due = dropped.filter(
    ({ reclaimedAt, droppedAt }) => !reclaimedAt && droppedAt && droppedAt <= before,
  );
  for (const generation of due) {
    await removeStaged(ctx, generation.id);
    await removeModel(ctx, generation);
    await ctx.fenced((tx) => markGenerationReclaimed(tx, generation.id));
  }
  return due.length;
}

async function removeStaged(ctx: JobContext, generationId: string): Promise<void> {
  for (;;) {
    const page = { generationId, limit: VERSIONS_PER_READ };
    const versions = await ctx.transaction((tx) => listStaged(tx, page));
    for (const { id: sourceVersionId, twinId } of versions) {
      await removeVersionVectors(ctx, { twinId, sourceVersionId });
      const chunks = { sourceVersionId, limit: ROWS_PER_WRITE };
      while ((await ctx.fenced((tx) => deleteSomeChunks(tx, chunks))) === ROWS_PER_WRITE);
      await ctx.fenced((tx) => deleteUnneededVersion(tx, sourceVersionId));
    }
    if (versions.length === 0) return;
  }
}

/** Rows go last: those that are left find what the store has. Another index may be by the same model. */
async function removeModel(
  ctx: JobContext,
  { twinId, model, dimensions }: GenerationRow,
): Promise<void> {
  const uses = await listModels(ctx, twinId);
  const isUsed = uses.some((one) => one.model === model && one.use !== "none");
  if (!model || isUsed) return;
  await removeFromStore(ctx, { twinId, model, dimensions });
  const some = { twinId, model, limit: ROWS_PER_WRITE };
  while ((await ctx.fenced((tx) => deleteSomeEmbeddings(tx, some))) === ROWS_PER_WRITE);
}

async function removeFromStore(
  ctx: JobContext,
  { twinId, model, dimensions }: Pick<GenerationRow, "twinId" | "dimensions"> & { model: string },
): Promise<void> {
  const { vectorStore } = ctx.ports;
  if (!vectorStore || !dimensions) return;
  const { signal, correlationId } = ctx;
  const index = await vectorStore.open(ctx, { model, dimensions });
  await index.removeNamespace(twinId, { signal, correlationId });
}
