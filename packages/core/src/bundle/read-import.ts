import { findRunHead } from "@understudy/db/queries/quality-runs";
import type { TwinImportRow } from "@understudy/db/queries/twin-imports";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { readRun } from "../quality/read-run.ts";
import type { TwinImport } from "./contract.ts";

export async function readImport(
  { ports }: Context,
  tx: TenantTx,
  row: TwinImportRow,
): Promise<TwinImport> {
  const head = row.qualityRunId ? await findRunHead(tx, row.qualityRunId) : undefined;
  const run = head ? await readRun(tx, head) : null;
  return {
    id: row.id,
    name: row.name,
    twinId: row.twinId,
    jobId: row.jobId,
    counts: row.counts,
    signer: { publicKey: row.signer, isOurs: row.signer === ports.vault.signing.publicKey },
    status: statusOf(row),
    proof: run && { runId: run.id, status: run.status, summary: run.summary },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function statusOf({ finishedAt, jobStatus }: TwinImportRow): TwinImport["status"] {
  if (finishedAt) return "finished";
  if (jobStatus === "failed" || jobStatus === "cancelled") return "failed";
  return jobStatus === "queued" ? "waiting" : "running";
}
