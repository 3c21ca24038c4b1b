import type { ReleaseRow } from "@understudy/db/queries/releases";
import type { Release } from "./contract.ts";

export function readRelease(row: ReleaseRow, currentReleaseId: string | null): Release {
  return {
    id: row.id,
    twinId: row.twinId,
    number: row.number,
    note: row.note,
    overrideReason: row.overrideReason,
    runId: row.qualityRunId,
    isCurrent: row.id === currentReleaseId,
    by: { kind: row.actorKind, id: row.actorId },
    createdAt: row.createdAt.toISOString(),
  };
}
