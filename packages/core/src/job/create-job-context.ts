import { type ClaimedJob, fence, saveJobResult } from "@understudy/db/queries/job-attempts";
import type { Context } from "../kernel/context.ts";
import type { JobContext } from "../kernel/job.ts";
import { keepJournal } from "./keep-journal.ts";

export interface Attempt extends JobContext {
  /** Writes down what it has told so far; owed before the attempt ends. */
  flush(): Promise<void>;
}

/** What an attempt sees: its tenant's context, and writes that only count while it owns the job. */
export function createJobContext(ctx: Context, job: ClaimedJob): Attempt {
  const { id: jobId, attempt } = job;
  const journal = keepJournal(ctx, { jobId, attempt });
  let stage: string | null = null;

  const fenced: JobContext["fenced"] = (work) =>
    ctx.transaction(async (tx) => {
      await fence(tx, { jobId, attempt });
      return work(tx);
    });

  return {
    ...ctx,
    jobId,
    attempt,
    fenced,
    flush: journal.flush,
    note: (level, message) => journal.note({ level, stage, message }),
    conclude: (result) => fenced((tx) => saveJobResult(tx, { jobId, result })),
    async stage(name, [from, to], work) {
      const report = (fraction: number) =>
        journal.report({ stage: name, progress: from + (to - from) * fraction });
      stage = name;
      await report(0);
      const startedMs = performance.now();
      const result = await work(report);
      const durationMs = performance.now() - startedMs;
      await journal.note({ level: "info", stage, message: `${name} finished`, durationMs });
      return result;
    },
  };
}
