import { startJobQueue } from "@understudy/db/job-queue";
import { insertJob } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import type { Bench } from "./open-bench.ts";
import { workOff } from "./work-off.ts";

const AT_ONCE = 4;

/** Seconds until a worker has done all jobs that wait when it starts. */
export async function drainOurs(bench: Bench, count: number): Promise<number> {
  const { db, tenantId, sql } = bench;
  await inTenant(db, { tenantId }, async (tx) => {
    for (let i = 0; i < count; i++) {
      await insertJob(tx, { kind: "ingestion", payload: { i }, maxAttempts: 3 });
    }
  });
  await sql`analyze`;
  const all = Promise.withResolvers<void>();
  let done = 0;
  const beganMs = performance.now();
  const queue = await startJobQueue(db, {
    concurrency: AT_ONCE,
    onJob: async (job) => {
      await workOff(bench, job);
      if (++done === count) all.resolve();
    },
  });
  await all.promise;
  const seconds = (performance.now() - beganMs) / 1_000;
  await queue.stop();
  return seconds;
}

/** The same with nothing but `SELECT … FOR UPDATE SKIP LOCKED`, one job a transaction. */
export async function drainRaw({ sql }: Bench, count: number): Promise<number> {
  await sql`
    insert into bench.jobs (id, payload)
    select gen_random_uuid(), jsonb_build_object('i', i) from generate_series(1, ${count}) as i`;
  await sql`analyze bench.jobs`;
  const beganMs = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, () => workOffRaw(sql)));
  return (performance.now() - beganMs) / 1_000;
}

async function workOffRaw(sql: Bench["sql"]): Promise<void> {
  for (let more = true; more; ) {
    more = await sql.begin(async (tx) => {
      const [job] = await tx`
        select id from bench.jobs where status = 'queued'
        order by created_at limit 1 for update skip locked`;
      if (!job) return false;
      await tx`update bench.jobs set status = 'succeeded' where id = ${job.id}`;
      return true;
    });
  }
}
