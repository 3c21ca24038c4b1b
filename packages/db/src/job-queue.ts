import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./database.ts";
import { announceWorker } from "./jobs/announce-worker.ts";
import { createBrokenRuns } from "./jobs/broken-runs.ts";
import { coalesce } from "./jobs/coalesce.ts";
import { lookForWork, type WorkSearch } from "./jobs/look-for-work.ts";
import type { DeliveredJob } from "./jobs/queue-name.ts";
import { createSlots } from "./jobs/run-slots.ts";
import { startBoss } from "./jobs/start-boss.ts";

const GRACE_MS = 10_000;
const ABORT_GRACE_MS = 3_000;

export interface JobQueueOptions {
  concurrency: number;
  /**
   * Runs a job that was delivered, at least once each time it is due; claims it first. The signal
   * aborts when the queue stops and the job must be given back. What it throws goes to `onError`.
   */
  onJob: (job: DeliveredJob, signal: AbortSignal) => Promise<void>;
  onError?: (error: unknown) => void;
  /** How long `stop` lets running jobs go on before it aborts them. */
  graceMs?: number;
}

export interface JobQueue {
  /** Takes no more, waits for what runs, aborts it after the grace. */
  stop(): Promise<void>;
}

/** Delivers due jobs to this process, beside any number of others. Needs a migrated database. */
export async function startJobQueue(db: Database, options: JobQueueOptions): Promise<JobQueue> {
  const { concurrency, onJob, onError = warn, graceMs = GRACE_MS } = options;
  const boss = await startBoss(db, { migrate: false, onError });
  const halting = new AbortController();
  let open = true;
  let looking: WorkSearch | undefined;
  const broken = createBrokenRuns(db);
  const slots = createSlots({
    boss,
    concurrency,
    perTenant: Math.max(1, concurrency - 1),
    isOpen: () => open,
    run: (job) =>
      onJob(job, halting.signal).catch((error: unknown) => {
        broken.note(job.id);
        onError(error);
      }),
    onFree: () => void fill(),
    onEmpty: () => looking?.noteEmpty(),
    onError,
  });
  const fill = coalesce(slots.fill, onError);
  const announced = await announceWorker(db, onError);
  const fillWithArrivals = () => {
    slots.noteArrivals();
    return fill();
  };
  looking = await lookForWork(db, { boss, fill: fillWithArrivals, broken, onError });

  return {
    async stop() {
      open = false;
      await fill();
      for (const jobId of slots.dropWaiting()) broken.note(jobId);
      await Promise.all([looking?.stop(), announced.stop()]);
      await Promise.race([slots.idle(), wait(graceMs, undefined, { ref: false })]);
      halting.abort();
      await Promise.race([slots.idle(), wait(ABORT_GRACE_MS, undefined, { ref: false })]);
      await boss.stop({ graceful: false });
    },
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
