import type { SyncTrigger } from "@understudy/db/column-values";
import { insertSync } from "@understudy/db/queries/source-syncs";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { ensureReconciled } from "../reconcile/plan-reconcile.ts";
import { ingestion } from "./ingestion.ts";

export interface Ingestible {
  twinId: string;
  sourceId: string;
  sourceVersionId: string;
  /** Why it is brought up to date; null where only its index is made anew. */
  trigger: SyncTrigger | null;
}

/** Joins the caller's transaction; gives the job's id. */
export async function startIngestion(
  ctx: Context,
  tx: TenantTx,
  { trigger, ...ingestible }: Ingestible,
): Promise<string> {
  const { twinId, sourceId, sourceVersionId } = ingestible;
  const jobId = await ctx.enqueue(tx, {
    job: ingestion,
    payload: { sourceVersionId },
    subjectId: sourceId,
    twinId,
  });
  await ensureReconciled(tx, ctx.actor.tenantId);
  if (trigger) await insertSync(tx, { ...ingestible, jobId, trigger });
  return jobId;
}
