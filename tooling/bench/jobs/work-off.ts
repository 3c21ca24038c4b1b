import { claimJob, succeedJob } from "@understudy/db/queries/job-attempts";
import { inTenant } from "@understudy/db/scope";
import type { Bench } from "./open-bench.ts";

/** What a worker does with a job that has nothing to do: claim, and finish under the fence. */
export async function workOff(
  { db }: Bench,
  job: { id: string; tenantId: string },
  onStart: (jobId: string) => void = () => {},
): Promise<void> {
  const claimed = await inTenant(db, job, (tx) => claimJob(tx, job.id));
  if (!claimed) return;
  onStart(job.id);
  const { id: jobId } = job;
  await inTenant(db, job, (tx) => succeedJob(tx, { jobId, attempt: claimed.attempt }));
}
