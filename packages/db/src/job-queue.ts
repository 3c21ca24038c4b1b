import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "./database.ts";
import { announceWorker } from "./jobs/announce-worker.ts";
import { createBrokenRuns } from "./jobs/broken-runs.ts";
import { coalesce } from "./jobs/coalesce.ts";
import type { Arrived } from "./jobs/create-arrivals.ts";
import { createReceipts } from "./jobs/create-receipts.ts";
import { lookForWork, type WorkSearch } from "./jobs/look-for-work.ts";
import { createSlots } from "./jobs/run-slots.ts";
import { startBoss } from "./jobs/start-boss.ts";
import { takeTurn } from "./jobs/take-turn.ts";
import type { ClaimedJob } from "./queries/job-attempts.ts";

const GRACE_MS = 10_000;
const ABORT_GRACE_MS = 3_000;

export type JobOutcome = "succeeded" | "written";

export interface JobQueueOptions {
  concurrency: number;
  /**
   * Runs an attempt that this process has begun. What succeeded is ended by the queue; any other end
   * is written down by then. The signal aborts when the queue stops and the job must be given back.
   * What it throws goes to `onError`, and the job to its next attempt.
   */
  onJob: (job: ClaimedJob, signal: AbortSignal) => Promise<JobOutcome>;
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
  const receipts = createReceipts(boss, onError);
  const slots = createSlots({
    concurrency,
    perTenant: Math.max(1, concurrency - 1),
    isOpen: () => open,
    async takeTurn(turn) {
      const claimed = new Set(turn.held.map(({ data }) => data.id));
      const note = (id: string) => void claimed.add(id);
      const taken = await takeTurn(db, boss, turn, note).catch((error: unknown) => {
        for (const id of claimed) broken.note(id);
        throw error;
      });
      receipts.add([...turn.held, ...taken.arrived]);
      return taken;
    },
    run: (job) =>
      onJob(job, halting.signal).then(
        (outcome) => outcome === "succeeded",
        (error: unknown) => {
          broken.note(job.id);
          onError(error);
          return false;
        },
      ),
    onFree: () => void fill(),
    onEmpty: () => looking?.noteEmpty(),
  });
  const fill = coalesce(slots.fill, onError);
  const announced = await announceWorker(db, onError);
  const arrive = (what: Arrived) => {
    slots.noteArrivals(what);
    return fill();
  };
  looking = await lookForWork(db, { arrive, broken, onError });

  return {
    async stop() {
      open = false;
      await fill();
      const waiting = slots.dropWaiting();
      receipts.add(waiting);
      for (const { data } of waiting) broken.note(data.id);
      await Promise.all([looking?.stop(), announced.stop()]);
      await Promise.race([slots.idle(), wait(graceMs, undefined, { ref: false })]);
      halting.abort();
      await Promise.race([slots.idle(), wait(ABORT_GRACE_MS, undefined, { ref: false })]);
      await fill();
      await receipts.flush();
      await boss.stop({ graceful: false });
    },
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
