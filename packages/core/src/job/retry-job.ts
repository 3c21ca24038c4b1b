import { requeueJob } from "@understudy/db/queries/job-attempts";
import { findNewestJob, type JobRow, lockJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Job, JobRef } from "./contract.ts";
import { requireJob } from "./jobs.ts";
import { readJob } from "./read-job.ts";
import { findJobDefinition } from "./registry.ts";

/** Tries a job again that failed or was cancelled. Refuses `job.not_failed` and `job.superseded`. */
export const retryJob = useCase({
  permission: "job.write",
  input: JobRef,
  output: Job,
  run: (ctx, { jobId }) =>
    ctx.transaction(async (tx) => {
      await retry(ctx, tx, jobId);
      return readJob(await requireJob(tx, jobId));
    }),
});

/** Joins the caller's transaction: the job and its subject wait again together. */
export async function retry(ctx: Context, tx: TenantTx, jobId: string): Promise<void> {
  const job = await lockJob(tx, jobId);
  if (!job) throw notFound("job");
  if (job.status !== "failed" && job.status !== "cancelled") {
    throw new DomainError("conflict", "job.not_failed", "Only what has failed is tried again.");
  }
  const definition = findJobDefinition(job.kind);
  if (!definition) throw new Error(`No job of kind ${job.kind} is known.`);
  await refuseSuperseded(tx, job);
  await definition.retried?.(tx, definition.payload.parse(job.payload), job.id);
  await requeueJob(tx, { jobId: job.id, attempts: definition.maxAttempts });
  await ctx.audit(tx, { action: "job.retry", subjectKind: "job", subjectId: job.id });
}

async function refuseSuperseded(tx: TenantTx, job: JobRow): Promise<void> {
  const { subjectId, kind, payload } = job;
  if (!subjectId) return;
  const newest = await findNewestJob(tx, { subjectId, kind, payload });
  if (newest?.id === job.id) return;
  throw new DomainError("conflict", "job.superseded", "A newer job has taken its place.");
}
