import { holdCandidate } from "@understudy/db/queries/index-generations";
import { findQueuedJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { filling } from "./filling.ts";

/** Joins a change of what a twin knows: an index that is being made beside the other gets it, too. */
export async function holdForChange(ctx: Context, tx: TenantTx, twinId: string): Promise<void> {
  const generationId = await holdCandidate(tx, twinId);
  if (generationId) await requestFill(ctx, tx, { twinId, generationId });
}

/** One that waits sees all that has come until it runs. */
export async function requestFill(
  ctx: Context,
  tx: TenantTx,
  { twinId, generationId }: { twinId: string; generationId: string },
): Promise<void> {
  const payload = { generationId };
  if (await findQueuedJob(tx, { subjectId: generationId, kind: filling.kind, payload })) return;
  await ctx.enqueue(tx, { job: filling, payload, subjectId: generationId, twinId });
}
