import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import { findWantedChunking, insertRecut } from "@understudy/db/queries/recut-versions";
import { findLiveVersion } from "@understudy/db/queries/source-versions";
import { markSourceProcessing } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { isSameChunking } from "../reindex/chunking.ts";
import { startIngestion } from "./start-ingestion.ts";

/** Joins the caller's transaction, which holds the lock of the source; nothing where it is cut so already. */
export async function recutSource(ctx: Context, tx: TenantTx, sourceId: string): Promise<void> {
  const live = await findLiveVersion(tx, sourceId);
  if (!live?.chunkCount) return;
  const { twinId } = live;
  const index = await findLiveGeneration(tx, twinId);
  const chunking = await findWantedChunking(tx, { sourceId, fallback: index?.chunking ?? null });
  if (isSameChunking(live.chunking, chunking)) return;
  const sourceVersionId = await insertRecut(tx, { fromId: live.id, chunking, generationId: null });
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: "recut" });
}
