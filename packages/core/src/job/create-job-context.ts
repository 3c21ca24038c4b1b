import { fence, saveJobResult, updateJobProgress } from "@understudy/db/queries/job-attempts";
import { insertJobLog } from "@understudy/db/queries/job-logs";
import type { JobRow } from "@understudy/db/queries/jobs";
import type { Context } from "../kernel/context.ts";
import type { JobContext } from "../kernel/job.ts";

/** What an attempt sees: its tenant's context, and writes that only count while it owns the job. */
export function createJobContext(ctx: Context, job: JobRow): JobContext {
  const { id: jobId, attempt } = job;
  let stage: string | null = null;

  const fenced: JobContext["fenced"] = (work) =>
    ctx.transaction(async (tx) => {
      await fence(tx, { jobId, attempt });
      return work(tx);
    });
  const write = (level: "info" | "warn" | "error", message: string, durationMs?: number) =>
    ctx.transaction((tx) =>
      insertJobLog(tx, { jobId, attempt, level, stage, message, durationMs: durationMs ?? null }),
    );
  const report = (name: string, progress: number) =>
    fenced((tx) => updateJobProgress(tx, { jobId, stage: name, progress }));

  return {
    ...ctx,
    jobId,
    attempt,
    fenced,
    note: (level, message) => write(level, message),
    conclude: (result) => fenced((tx) => saveJobResult(tx, { jobId, result })),
    async stage(name, [from, to], work) {
      stage = name;
      await report(name, from);
      const startedMs = performance.now();
      const result = await work((fraction) => report(name, from + (to - from) * fraction));
      await write("info", `${name} finished`, performance.now() - startedMs);
      return result;
    },
  };
}
