import { findJob } from "@understudy/db/queries/jobs";
import { listSuperseded } from "@understudy/db/queries/superseded-versions";
import type { JobContext } from "../kernel/job.ts";
import { countReclaimable } from "./count-reclaimable.ts";
import { planReclaim } from "./plan-reclaim.ts";
import { reclaimGenerations } from "./reclaim-generations.ts";
import { reclaimVersion } from "./reclaim-version.ts";

const VERSIONS_PER_READ = 50;

/**
 * Versions that had stopped answering when this job was asked for, and that no answer can be reading
 * any more, lose their passages, vectors, index and bytes. What stopped since waits for the next job.
 */
export async function reclaimSuperseded(ctx: JobContext, twinId: string): Promise<void> {
  const job = await ctx.transaction((tx) => findJob(tx, ctx.jobId));
  if (!job) throw new Error(`job ${ctx.jobId} is not there`);
  const filter = { twinId, before: job.createdAt, limit: VERSIONS_PER_READ };
  let versions = 0;
  for (;;) {
    const due = await ctx.transaction((tx) => listSuperseded(tx, filter));
    for (const version of due) await reclaimVersion(ctx, version);
    versions += due.length;
    if (due.length < VERSIONS_PER_READ) break;
  }
  const indexes = await reclaimGenerations(ctx, { twinId, before: job.createdAt });
  await ctx.fenced(async (tx) => {
    if ((await countReclaimable(tx, twinId)) > 0) await planReclaim(tx, twinId);
  });
  await ctx.conclude({ versions, ...(indexes > 0 && { indexes }) });
}
