import { startJobQueue } from "@understudy/db/job-queue";
import { insertJob, listJobs } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import { cpuSeconds } from "./cpu-seconds.ts";
import type { Bench } from "./open-bench.ts";

const AT_ONCE = 4;

export interface Drained {
  seconds: number;
  /** Of this process and of PostgreSQL. */
  cpu: number | undefined;
}

/** Until a worker has done and ended all jobs that wait when it starts. */
export async function drainOurs(bench: Bench, count: number): Promise<Drained> {
  const { db, tenantId, sql } = bench;
  await inTenant(db, { tenantId }, async (tx) => {
    for (let i = 0; i < count; i++) {
      await insertJob(tx, { kind: "ingestion", payload: { i }, maxAttempts: 3 });
    }
  });
  await sql`analyze`;
  const all = Promise.withResolvers<void>();
  let done = 0;
  const stopWatch = startWatch();
  const queue = await startJobQueue(db, {
    concurrency: AT_ONCE,
    onJob: async () => {
      if (++done === count) all.resolve();
      return "succeeded";
    },
  });
  await all.promise;
  await queue.stop();
  const drained = stopWatch();
  await assertAllEnded(bench);
  return drained;
}

async function assertAllEnded({ db, tenantId }: Bench): Promise<void> {
  for (const status of ["queued", "running"] as const) {
    const left = await inTenant(db, { tenantId }, (tx) => listJobs(tx, { status, limit: 1 }));
    if (left.length > 0) throw new Error(`a job was left ${status}`);
  }
}

/** The same with nothing but `SELECT … FOR UPDATE SKIP LOCKED`, one job a transaction. */
export async function drainRaw({ sql }: Bench, count: number): Promise<Drained> {
  await sql`
    insert into bench.jobs (id, payload)
    select gen_random_uuid(), jsonb_build_object('i', i) from generate_series(1, ${count}) as i`;
  await sql`analyze bench.jobs`;
  const stopWatch = startWatch();
  await Promise.all(Array.from({ length: AT_ONCE }, () => workOffRaw(sql)));
  return stopWatch();
}

async function workOffRaw(sql: Bench["sql"]): Promise<void> {
  for (let more = true; more; ) {
    more = await sql.begin(async (tx) => {
      const [job] = await tx`
        select * from bench.jobs where status = 'queued'
        order by created_at limit 1 for update skip locked`;
      if (!job) return false;
      await tx`update bench.jobs set status = 'succeeded' where id = ${job.id}`;
      return true;
    });
  }
}

function startWatch(): () => Drained {
  const beganMs = performance.now();
  const cpuBefore = cpuSeconds();
  return () => {
    const cpuAfter = cpuSeconds();
    const cpu =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
    return { seconds: (performance.now() - beganMs) / 1_000, cpu };
  };
}
