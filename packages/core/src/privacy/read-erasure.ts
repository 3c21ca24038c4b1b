import type { ErasureRow } from "@understudy/db/queries/erasures";
import { type Erasure, SignedReceipt } from "./contract.ts";

export function readErasure(row: ErasureRow): Erasure {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    twinId: row.twinId,
    status: statusOf(row),
    jobId: row.jobId,
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    receipt: row.receipt ? SignedReceipt.parse(row.receipt) : null,
  };
}

function statusOf({ completedAt, cancelledAt, startedAt }: ErasureRow): Erasure["status"] {
  if (completedAt) return "completed";
  if (cancelledAt) return "cancelled";
  return startedAt ? "running" : "waiting";
}
