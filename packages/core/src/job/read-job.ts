import type { JobLogRow } from "@understudy/db/queries/job-logs";
import type { JobRow } from "@understudy/db/queries/jobs";
import type { z } from "zod";
import { readFailure } from "../kernel/failure.ts";
import type { Job, JobLogLine } from "./contract.ts";

export function readJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    twinId: row.twinId,
    subjectId: row.subjectId,
    status: row.status,
    progress: row.progress,
    stage: row.stage,
    attempt: row.attempt,
    maxAttempts: row.maxAttempts,
    ...readFailure(row),
    result: row.result,
    dueAt: row.dueAt.toISOString(),
    correlationId: row.correlationId ?? row.id,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function readJobLog({ createdAt, ...row }: JobLogRow): z.infer<typeof JobLogLine> {
  return { ...row, createdAt: createdAt.toISOString() };
}
