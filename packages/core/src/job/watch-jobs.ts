import { findJob } from "@understudy/db/queries/jobs";
import { z } from "zod";
import { streamCase } from "../kernel/use-case.ts";
import type { Job } from "./contract.ts";
import { readJob } from "./read-job.ts";

/** Each change of the tenant's jobs, as it happens. */
export const watchJobs = streamCase({
  permission: "job.read",
  input: z.object({}),
  async *run(ctx): AsyncIterable<Job> {
    for await (const change of ctx.changes(ctx.signal)) {
      if (change.kind !== "job") continue;
      const row = await ctx.transaction((tx) => findJob(tx, change.id));
      if (row) yield readJob(row);
    }
  },
});
