import { finishJob } from "@understudy/db/queries/job-attempts";
import type { JobRow } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { JobFailure } from "../kernel/job.ts";
import { findJobDefinition } from "./registry.ts";

/** The job and its subject end in one transaction, so that neither is left waiting for the other. */
export async function endJob(
  tx: TenantTx,
  job: Pick<JobRow, "id" | "kind" | "payload">,
  status: "failed" | "cancelled",
  failure: JobFailure,
): Promise<void> {
  await finishJob(tx, { jobId: job.id, status, failure });
  const definition = findJobDefinition(job.kind);
  await definition?.gaveUp(tx, definition.payload.parse(job.payload), failure);
}
