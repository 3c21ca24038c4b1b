import { listQualityRuns, type RunHead } from "@understudy/db/queries/quality-runs";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { RunSummary } from "./contract.ts";

const RUNS_LOOKED_AT = 10;

/**
 * The run in which what visitors get became worse by a change of content, until its owner has looked or
 * it is well again: what a notice tells of, on whatever way it is sent.
 */
export async function findNotice(
  tx: TenantTx,
  { id: twinId, currentReleaseId }: TwinRow,
): Promise<RunHead | undefined> {
  const runs = await listQualityRuns(tx, {
    twinId,
    statuses: ["succeeded"],
    trigger: "content",
    limit: RUNS_LOOKED_AT,
  });
  const [newest] = runs;
  const isWell = !newest || newest.releaseId !== currentReleaseId || countFaults(newest) === 0;
  if (isWell) return undefined;
  return runs.find((run) => run.seenAt === null && readSummary(run).regressed > 0);
}

function readSummary({ summary }: RunHead): RunSummary {
  return RunSummary.parse(summary);
}

function countFaults(run: RunHead): number {
  const { failed, skipped } = readSummary(run);
  return failed + skipped;
}
