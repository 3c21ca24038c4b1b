import type { JobRow } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Job, JobRef } from "./contract.ts";
import { endJob } from "./end-job.ts";
import { requireJob } from "./jobs.ts";
import { readJob } from "./read-job.ts";
import { findJobDefinition } from "./registry.ts";

export const cancelJob = useCase({
  permission: "job.write",
  input: JobRef,
  output: Job,
  run: (ctx, { jobId }) =>
    ctx.transaction(async (tx) => {
      await cancel(ctx, tx, await requireJob(tx, jobId));
      return readJob(await requireJob(tx, jobId));
    }),
});

/** At once for everyone: a running attempt loses its fence here and can write nothing more. */
export async function cancel(ctx: Context, tx: TenantTx, job: JobRow): Promise<void> {
  if (job.status !== "queued" && job.status !== "running") {
    throw new DomainError("conflict", "job.finished", "This job has already ended.");
  }
  if (findJobDefinition(job.kind)?.isBinding) {
    throw new DomainError("conflict", "job.binding", "This job cannot be cancelled.");
  }
  await endJob(tx, job, "cancelled", {
    reason: `${job.kind === "ingestion" ? "source" : "job"}.cancelled`,
    message: "It was cancelled.",
  });
  await ctx.audit(tx, { action: "job.cancel", subjectKind: "job", subjectId: job.id });
}
