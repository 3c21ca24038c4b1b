import type { SyncRow } from "@understudy/db/queries/sync-row";
import { readFailure } from "../kernel/failure.ts";
import type { Sync } from "./contract.ts";

export function readSync(row: SyncRow): Sync {
  const { passagesAdded: added, passagesKept: kept, passagesRemoved: removed } = row;
  return {
    id: row.id,
    sourceId: row.sourceId,
    jobId: row.jobId,
    trigger: row.trigger,
    status: row.status,
    ...readFailure(row),
    passages: { added, kept, removed },
    pages: row.pages,
    startedAt: timestamp(row.createdAtMs),
    finishedAt: row.finishedAtMs === null ? null : timestamp(row.finishedAtMs),
  };
}

function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
