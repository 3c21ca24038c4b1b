import { findNewestJob } from "@understudy/db/queries/jobs";
import type { SourceVersionRow } from "@understudy/db/queries/source-versions";
import { markSourceProcessing } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { retry } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { startIngestion } from "./start-ingestion.ts";

/**
 * Joins the caller's transaction: the job that failed on this version goes on where it stopped; what
 * was parsed and embedded is kept.
 */
export async function restartSource(
  ctx: Context,
  tx: TenantTx,
  { id: sourceVersionId, sourceId, twinId }: SourceVersionRow,
): Promise<void> {
  const payload = { sourceVersionId };
  const job = await findNewestJob(tx, { subjectId: sourceId, kind: "ingestion", payload });
  if (job?.status === "failed" || job?.status === "cancelled") return retry(ctx, tx, job.id);
  await markSourceProcessing(tx, sourceId);
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: "asked" });
}
