import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { startJobQueue } from "@understudy/db/job-queue";
import { insertJob } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import type { Bench } from "./open-bench.ts";

const PAUSE_MS = 15;
const WARM_UP = 20;

/** Sends one job and resolves when its handler has it, claimed and with its payload. */
interface Sender extends AsyncDisposable {
  send(): Promise<void>;
}

export interface SendTimes {
  ours: number[];
  raw: number[];
}

/** Milliseconds from before a job is sent until it has started, in turns, so that both meet the same machine. */
export async function timeSends(bench: Bench, count: number): Promise<SendTimes> {
  await using ours = await openOurs(bench);
  await using raw = await openRaw(bench);
  const times: SendTimes = { ours: [], raw: [] };
  for (let i = -WARM_UP; i < count; i++) {
    for (const [name, sender] of [["ours", ours] as const, ["raw", raw] as const]) {
      await delay(PAUSE_MS);
      const beganMs = performance.now();
      await sender.send();
      if (i >= 0) times[name].push(performance.now() - beganMs);
    }
  }
  return times;
}

async function openOurs({ db, tenantId }: Bench): Promise<Sender> {
  let started = Promise.withResolvers<void>();
  const queue = await startJobQueue(db, {
    concurrency: 4,
    onJob: async () => {
      started.resolve();
      return "succeeded";
    },
  });
  const payload = { sourceVersionId: randomUUID() };
  return {
    async send() {
      started = Promise.withResolvers();
      await inTenant(db, { tenantId }, (tx) =>
        insertJob(tx, { kind: "ingestion", payload, maxAttempts: 3 }),
      );
      await started.promise;
    },
    [Symbol.asyncDispose]: () => queue.stop(),
  };
}

/** The least a queue in Postgres can do: NOTIFY in the sender's transaction, then one claim. */
async function openRaw({ sql }: Bench): Promise<Sender> {
  let started = Promise.withResolvers<void>();
  const { unlisten } = await sql.listen("bench_jobs", async () => {
    await sql`
      update bench.jobs set status = 'running' where id = (
        select id from bench.jobs where status = 'queued'
        order by created_at limit 1 for update skip locked
      ) returning *`;
    started.resolve();
  });
  const payload = { sourceVersionId: randomUUID() };
  return {
    async send() {
      started = Promise.withResolvers();
      await sql.begin(async (tx) => {
        await tx`
          insert into bench.jobs (id, payload) values (${randomUUID()}, ${tx.json(payload)})`;
        await tx`select pg_notify('bench_jobs', '')`;
      });
      await started.promise;
    },
    async [Symbol.asyncDispose]() {
      await unlisten();
      await sql`delete from bench.jobs`;
    },
  };
}
