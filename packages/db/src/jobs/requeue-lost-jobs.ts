import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { on } from "../engine/on.ts";
import { type DispatchTx, inDispatch } from "../scope.ts";
import { QUEUE } from "./queue-name.ts";

/** An attempt that gave no sign of life for so long is taken for dead. */
const SILENT_AFTER_SECONDS = 30;
/** From delivery to claim takes milliseconds; a second delivery is harmless, as one claim wins. */
const UNCLAIMED_AFTER_SECONDS = 10;

/** Brings back what a killed worker held: attempts that fell silent, and deliveries never claimed. */
export async function requeueLostJobs(db: Database): Promise<void> {
  await inDispatch(db, async (tx) => {
    await requeueRunning(tx, SILENT_AFTER_SECONDS);
    await requeueUnclaimed(tx, UNCLAIMED_AFTER_SECONDS);
  });
}

/** After an outage: deliveries whose receipt was lost with it are not waited for. */
export async function requeueUndelivered(db: Database): Promise<void> {
  await inDispatch(db, (tx) => requeueUnclaimed(tx, 0));
}

export interface BrokenRun {
  jobId: string;
  secondsAgo: number;
}

/** What broke before it could write down how it ended, unless someone has gone on with it since. */
export async function requeueBrokenRuns(db: Database, runs: readonly BrokenRun[]): Promise<void> {
  await inDispatch(db, async (tx) => {
    for (const { jobId, secondsAgo } of runs) {
      await on(tx).execute(sql`
        update jobs set status = 'queued', dispatched_at = null, due_at = now(), heartbeat_at = null
        where id = ${jobId} and (
          status = 'running' and heartbeat_at <= now() - make_interval(secs => ${secondsAgo})
          or status = 'queued' and dispatched_at <= now() - make_interval(secs => ${secondsAgo}))`);
    }
  });
}

/** Where no other process can be: before this one has taken a job, whatever was taken is a dead one's. */
export async function requeueAllTaken(db: Database): Promise<void> {
  await inDispatch(db, async (tx) => {
    await requeueRunning(tx, 0);
    await on(tx).execute(sql`
      update jobs set dispatched_at = null where status = 'queued' and dispatched_at is not null`);
  });
}

async function requeueRunning(tx: DispatchTx, silentSeconds: number): Promise<void> {
  await on(tx).execute(sql`
    update jobs set status = 'queued', dispatched_at = null, due_at = now(), heartbeat_at = null
    where status = 'running'
      and heartbeat_at <= now() - make_interval(secs => ${silentSeconds})`);
}

async function requeueUnclaimed(tx: DispatchTx, afterSeconds: number): Promise<void> {
  await on(tx).execute(sql`
    update jobs set dispatched_at = null, due_at = now()
    where status = 'queued'
      and dispatched_at < now() - make_interval(secs => ${afterSeconds})
      and not exists (
        select from pgboss.job sent
        where sent.name = ${QUEUE} and sent.singleton_key = jobs.id::text
          and (sent.state = 'created' or sent.state = 'active'
            and sent.started_on > now() - make_interval(secs => ${afterSeconds}))
      )`);
}
