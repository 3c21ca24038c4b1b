import { listFailedJobIds } from "@understudy/db/queries/failed-work";
import { z } from "zod";
import { retry } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { retryFailedSources } from "./retry-failed.ts";

const JOBS_PER_READ = 100;
const OVERTAKEN = new Set(["job.superseded", "job.not_failed"]);

/** Tries again whatever has failed and was not overtaken, in every twin that the actor may see. */
export const retryAllFailed = useCase({
  permission: "job.write",
  input: z.object({}),
  output: z.object({ sources: z.int(), jobs: z.int() }),
  run: async (ctx) => ({ sources: await retryFailedSources(ctx, {}), jobs: await retryJobs(ctx) }),
});

async function retryJobs(ctx: Context): Promise<number> {
  let retried = 0;
  let afterId: string | null = null;
  for (;;) {
    const page = { afterId, limit: JOBS_PER_READ };
    const ids: string[] = await ctx.transaction((tx) => listFailedJobIds(tx, page));
    for (const jobId of ids) if (await retryOne(ctx, jobId)) retried += 1;
    if (ids.length < JOBS_PER_READ) return retried;
    afterId = ids.at(-1) ?? null;
  }
}

/** False for what was tried again, or replaced, since it was listed. */
async function retryOne(ctx: Context, jobId: string): Promise<boolean> {
  try {
    await ctx.transaction((tx) => retry(ctx, tx, jobId));
    return true;
  } catch (error) {
    if (error instanceof DomainError && OVERTAKEN.has(error.reason)) return false;
    throw error;
  }
}
