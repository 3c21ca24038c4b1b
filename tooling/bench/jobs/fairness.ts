import { setTimeout as delay } from "node:timers/promises";
import { startJobQueue } from "@understudy/db/job-queue";
import { insertJob } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import { fillTables } from "@understudy/db/testing/fill-tables";
import type { Bench } from "./open-bench.ts";

/** What a job takes, and how often the tenant that has few of them sends one. */
const JOB_MS = 20;
const EVERY_MS = 50;
const AT_ONCE = 4;

/** Milliseconds from send to start of one tenant's single jobs, beside so many others with such a backlog each. */
export async function timeBeside(
  bench: Bench,
  { others, backlog, count }: { others: number; backlog: number; count: number },
): Promise<number[]> {
  const { db, tenantId } = bench;
  for (let i = 0; i < others; i++) await pileUp(bench, backlog);
  const sentMs = new Map<string, number>();
  const times: number[] = [];
  const all = Promise.withResolvers<void>();
  const queue = await startJobQueue(db, {
    concurrency: AT_ONCE,
    onJob: async (job) => {
      if (job.tenantId === tenantId) {
        times.push(performance.now() - sentMs.get(String(job.payload.at))!);
        if (times.length === count) all.resolve();
      }
      await delay(JOB_MS);
      return "succeeded";
    },
  });
  for (let i = 0; i < count; i++) {
    const at = String(i);
    sentMs.set(at, performance.now());
    const job = { kind: "ingestion", payload: { at }, maxAttempts: 3 } as const;
    await inTenant(db, { tenantId }, (tx) => insertJob(tx, job));
    await delay(EVERY_MS);
  }
  await all.promise;
  await queue.stop();
  await clear(bench);
  return times;
}

async function pileUp({ db, sql }: Bench, backlog: number): Promise<void> {
  const { tenantId } = await fillTables(db);
  await sql.begin(async (tx) => {
    await tx`select set_config('app.owner_scope', 'on', true)`;
    await tx`delete from jobs where tenant_id = ${tenantId}`;
    await tx`
      insert into jobs (id, tenant_id, kind, payload, max_attempts)
      select gen_random_uuid(), ${tenantId}, 'ingestion', '{}', 3 from generate_series(1, ${backlog})`;
  });
}

async function clear({ sql }: Bench): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('app.owner_scope', 'on', true)`;
    await tx`delete from jobs`;
    await tx`delete from pgboss.job`;
  });
}
