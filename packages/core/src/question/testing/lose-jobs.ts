import type { JobKind } from "@understudy/db/column-values";
import { finishJob } from "@understudy/db/queries/job-attempts";
import { listJobs } from "../../job/jobs.ts";
import type { Context } from "../../kernel/context.ts";

/** As if what waits of a kind had never been asked for. Gives how many did. */
export async function loseJobs(
  ctx: Context,
  waiting: { kind: JobKind; twinId: string },
): Promise<number> {
  const { items } = await listJobs.run(ctx, { ...waiting, status: "queued", limit: 50 });
  for (const { id: jobId } of items) {
    await ctx.transaction((tx) => finishJob(tx, { jobId, status: "succeeded" }));
  }
  return items.length;
}
