import { countMissingVectors } from "@understudy/db/queries/embeddings";
import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { requestReindex } from "../overlay/request-reindex.ts";
import { holdForChange } from "./request-fill.ts";

/**
 * Joins the switch of a version: the index that is being made gets it, too, and the one that answers
 * where that was switched while the version was embedded for the one before.
 */
export async function joinIndexes(
  ctx: Context,
  tx: TenantTx,
  version: { id: string; sourceId: string; twinId: string },
): Promise<void> {
  await holdForChange(ctx, tx, version.twinId);
  const model = (await findLiveGeneration(tx, version.twinId))?.model;
  if (!model || !ctx.ports.embedders.open(model)) return;
  const missing = await countMissingVectors(tx, { sourceVersionId: version.id, model });
  if (missing > 0) await requestReindex(ctx, tx, version);
}
