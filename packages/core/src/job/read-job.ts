import type { JobLogRow, JobRow } from "@understudy/db/queries/jobs";
import type { z } from "zod";
import type { Job, JobLogLine } from "./contract.ts";

export function readJob(row: JobRow): Job {
  const { failureReason: reason, failureMessage: message } = row;
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
    ...(reason && { failure: { reason, message: message ?? reason } }),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export function readJobLog({ createdAt, ...row }: JobLogRow): z.infer<typeof JobLogLine> {
  return { ...row, createdAt: createdAt.toISOString() };
}
