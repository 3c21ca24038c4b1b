import { findNewestJob } from "@understudy/db/queries/jobs";
import { listQualityResults, type QualityResultRow } from "@understudy/db/queries/quality-results";
import type { RunHead } from "@understudy/db/queries/quality-runs";
import type { TenantTx } from "@understudy/db/scope";
import { summarizeRun } from "./compare-outcomes.ts";
import { type QualityRun, RunSummary } from "./contract.ts";

/** A run as far as it has come. */
export async function readRun(tx: TenantTx, row: RunHead): Promise<QualityRun> {
  const results = row.status === "succeeded" ? [] : await listQualityResults(tx, row.id);
  return describeRun(tx, row, results);
}

export async function describeRun(
  tx: TenantTx,
  row: RunHead,
  results: readonly QualityResultRow[],
): Promise<QualityRun> {
  const job = await findNewestJob(tx, { subjectId: row.id, kind: "quality_run" });
  const total = row.testCount;
  const asked = results.filter(({ side }) => side === "tested").length;
  return {
    id: row.id,
    twinId: row.twinId,
    status: row.status,
    trigger: row.trigger,
    releaseId: row.releaseId,
    comparedReleaseId: row.comparedReleaseId,
    progress: { done: row.status === "succeeded" ? total : asked, total },
    summary: row.summary ? RunSummary.parse(row.summary) : summarizeRun(results),
    jobId: job?.id ?? null,
    ...(row.failureReason && { failure: { reason: row.failureReason } }),
    tokensSpent: row.tokensSpent,
    isSeen: row.seenAt !== null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
