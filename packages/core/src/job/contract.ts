import { JOB_KINDS, JOB_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { Failure } from "../kernel/failure.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

export const JobKind = z.enum(JOB_KINDS);
export const JobStatus = z.enum(JOB_STATUSES);

export const Job = z.object({
  id: Id,
  kind: JobKind,
  twinId: Id.nullable(),
  subjectId: Id.nullable(),
  status: JobStatus,
  /** From 0 to 1. */
  progress: z.number(),
  stage: z.string().nullable(),
  attempt: z.int(),
  maxAttempts: z.int(),
  failure: Failure.optional(),
  /** What came of it, in figures and ids; null while it runs, and where there is nothing to tell. */
  result: z.record(z.string(), z.unknown()).nullable(),
  /** It begins no earlier. */
  dueAt: Timestamp,
  /** Names this work in logs, traces and calls to providers. */
  correlationId: z.string(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
});
export type Job = z.infer<typeof Job>;

export const JobRef = z.object({ jobId: Id });
export const ListJobsInput = PageInput.extend({
  twinId: Id.optional(),
  subjectId: Id.optional(),
  status: JobStatus.optional(),
  kind: JobKind.optional(),
});
export const JobPage = pageOf(Job);

export const JobLogLine = z.object({
  id: Id,
  attempt: z.int(),
  level: z.enum(["info", "warn", "error"]),
  stage: z.string().nullable(),
  message: z.string(),
  durationMs: z.number().nullable(),
  createdAt: Timestamp,
});
export const ListJobLogsInput = PageInput.extend({ jobId: Id });
export const JobLogPage = pageOf(JobLogLine);
