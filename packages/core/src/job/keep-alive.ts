import { type ClaimedJob, heartbeat } from "@understudy/db/queries/job-attempts";
import type { Context } from "../kernel/context.ts";

const BEAT_EVERY_MS = 5_000;

/** Tells the database that the attempt lives, and the attempt when it no longer owns its job. */
export function keepAlive(ctx: Context, job: ClaimedJob): AsyncDisposable & { lost: AbortSignal } {
  const lost = new AbortController();
  let beating: Promise<void> = Promise.resolve();
  const beat = async () => {
    const owned = await ctx.transaction((tx) =>
      heartbeat(tx, { jobId: job.id, attempt: job.attempt }),
    );
    if (!owned) lost.abort();
  };
  const timer = setInterval(() => {
    beating = beat().catch((error: unknown) => ctx.log.warn({ err: error }, "a heartbeat failed"));
  }, BEAT_EVERY_MS);
  return {
    lost: lost.signal,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await beating;
    },
  };
}
