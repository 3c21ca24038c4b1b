import { type JobOutcome, startJobQueue } from "@understudy/db/job-queue";
import type { ClaimedJob } from "@understudy/db/queries/job-attempts";
import { settleTables } from "@understudy/db/settle-tables";
import { sealEvents } from "../audit/seal-events.ts";
import { sweepOrphans } from "../conversation/sweep-orphans.ts";
import { type JobRunner, runJob } from "./run-job.ts";

const JOBS_AT_ONCE = 4;
/** Less than the process has to finish, so that what is handed back is handed back in order. */
const JOB_GRACE_MS = 15_000;
const SWEEP_EVERY_MS = 5_000;
/** As often as a server's autovacuum looks around. */
const SETTLE_EVERY_MS = 60_000;

/** Watches an attempt from its beginning to its end. */
export type AroundJob = (job: ClaimedJob, run: () => Promise<JobOutcome>) => Promise<JobOutcome>;

export interface Worker {
  /** Lets running attempts finish within the queue's grace, and hands the rest back. */
  stop(): Promise<void>;
}

/** Takes jobs from the database and runs them, beside any number of others that do the same. */
export async function startWorker(
  runner: JobRunner,
  around: AroundJob = (_, run) => run(),
): Promise<Worker> {
  const { db, ports, log } = runner;
  const queue = await startJobQueue(db, {
    concurrency: JOBS_AT_ONCE,
    graceMs: JOB_GRACE_MS,
    onError: (error) => log.error({ err: error }, "the job queue broke"),
    onJob: (job, signal) => around(job, () => runJob(runner, job, signal)),
  });
  const sweeps = [
    repeat(SWEEP_EVERY_MS, async () => {
      const count = await sweepOrphans(db);
      if (count > 0) log.warn({ count }, "answers whose process is gone were ended");
      await sealEvents({ db, vault: ports.vault, log });
    }),
    repeat(SETTLE_EVERY_MS, () => settleTables(db)),
  ];
  function repeat(everyMs: number, work: () => Promise<unknown>) {
    let running: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      running = work().catch((error: unknown) => log.error({ err: error }, "a sweep failed"));
    }, everyMs);
    return () => {
      clearInterval(timer);
      return running;
    };
  }
  return {
    async stop() {
      await Promise.all([...sweeps.map((end) => end()), queue.stop()]);
    },
  };
}
