import type { ExportRow } from "@understudy/db/queries/exports";
import type { DataExport } from "../privacy/contract.ts";

export type ListedExport = ExportRow & { jobId: string | null; jobStatus: string | null };

export function readExport(row: ListedExport): DataExport {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    twinId: row.twinId,
    status: statusOf(row),
    jobId: row.jobId,
    byteSize: row.byteSize,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}

function statusOf({ blobKey, isExpired, jobStatus }: ListedExport): DataExport["status"] {
  if (isExpired) return "expired";
  if (blobKey) return "ready";
  return jobStatus === "queued" || jobStatus === "running" ? "writing" : "failed";
}
