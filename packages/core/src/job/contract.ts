import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { Failure } from "../source/contract.ts";

export const JobKind = z.enum([
  "ingestion",
  "reindex",
  "resync",
  "health_check",
  "quality_run",
  "export",
  "erasure",
  "notice",
  "retention",
  "reconcile",
]);
export type JobKind = z.infer<typeof JobKind>;
export const JobStatus = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);

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
