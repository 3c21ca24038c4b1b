import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { startJobQueue } from "@understudy/db/job-queue";
import { insertJob } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import type { Bench } from "./open-bench.ts";
import { workOff } from "./work-off.ts";

const PAUSE_MS = 10;
const WARM_UP = 20;

/** Milliseconds from before a job is sent until its handler has claimed it, one at a time. */
export async function sendOurs(bench: Bench, count: number): Promise<number[]> {
  const { db, tenantId } = bench;
  let started = Promise.withResolvers<void>();
  let finished = Promise.withResolvers<void>();
  const queue = await startJobQueue(db, {
    concurrency: 4,
    onJob: (job) => workOff(bench, job, () => started.resolve()).then(() => finished.resolve()),
  });
  const payload = { sourceVersionId: randomUUID() };
  const send = () =>
    inTenant(db, { tenantId }, (tx) =>
      insertJob(tx, { kind: "ingestion", payload, maxAttempts: 3 }),
    );
  const times = await measure(count, async () => {
    started = Promise.withResolvers();
    finished = Promise.withResolvers();
    await send();
    await started.promise;
    return { before: finished.promise };
  });
  await queue.stop();
  return times;
}

/** The least a queue in Postgres can do: NOTIFY in the sender's transaction, then one claim. */
export async function sendRaw({ sql }: Bench, count: number): Promise<number[]> {
  let started = Promise.withResolvers<void>();
  const { unlisten } = await sql.listen("bench_jobs", async () => {
    await sql`
      update bench.jobs set status = 'running' where id = (
        select id from bench.jobs where status = 'queued'
        order by created_at limit 1 for update skip locked
      ) returning id`;
    started.resolve();
  });
  const payload = { sourceVersionId: randomUUID() };
  const times = await measure(count, async () => {
    started = Promise.withResolvers();
    await sql.begin(async (tx) => {
      await tx`insert into bench.jobs (id, payload) values (${randomUUID()}, ${tx.json(payload)})`;
      await tx`select pg_notify('bench_jobs', '')`;
    });
    await started.promise;
    return { before: Promise.resolve() };
  });
  await unlisten();
  await sql`delete from bench.jobs`;
  return times;
}

/** `once` resolves when the job has started, with what must have happened before the next is sent. */
async function measure(
  count: number,
  once: () => Promise<{ before: Promise<void> }>,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = -WARM_UP; i < count; i++) {
    await delay(PAUSE_MS);
    const beganMs = performance.now();
    const { before } = await once();
    if (i >= 0) times.push(performance.now() - beganMs);
    await before;
  }
  return times;
}
