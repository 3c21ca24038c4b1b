import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { type JobQueue, type JobQueueOptions, startJobQueue } from "./job-queue.ts";
import { requeueLostJobs } from "./jobs/requeue-lost-jobs.ts";
import { claimJob, handBackJob, releaseJob } from "./queries/job-attempts.ts";
import { findJob, insertJob } from "./queries/jobs.ts";
import { countLiveWorkers } from "./queries/workers.ts";
import { inDispatch, inTenant } from "./scope.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
let tenantId: string;
const queues: JobQueue[] = [];

beforeAll(async () => {
  db = await openTestDatabase();
  ({ tenantId } = await fillTables(db));
});
afterAll(() => db.close());
beforeEach(async () => {
  await owner("delete from jobs");
  await owner("delete from workers");
});
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop();
  await owner("delete from pgboss.job");
});

const WAITING = "select from pgboss.job where state < 'active'";
const owner = (script: string) =>
  engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    return sql.rows(script);
  });
const add = (tenant = tenantId) =>
  inTenant(db, { tenantId: tenant }, (tx) =>
    insertJob(tx, { kind: "ingestion", payload: {}, maxAttempts: 3 }),
  );
const status = async (jobId: string) =>
  (await inTenant(db, { tenantId }, (tx) => findJob(tx, jobId)))?.status;
const until = (check: () => unknown) =>
  vi.waitFor(async () => expect(await check()).toBeTruthy(), { timeout: 20_000, interval: 20 });

async function start(options: Partial<JobQueueOptions> = {}): Promise<JobQueue> {
  const onError = (error: unknown) => {
    throw error;
  };
  const queue = await startJobQueue(db, { concurrency: 4, onJob: succeed, onError, ...options });
  queues.push(queue);
  return queue;
}

async function succeed(_job: unknown, work?: unknown): Promise<"succeeded"> {
  if (typeof work === "function") await work();
  return "succeeded";
}

test("a committed job is delivered and done", async () => {
  await start();
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
});

test("what was committed before any worker lived is found by the first one", async () => {
  const ids = [await add(), await add(), await add()];
  await start();
  for (const id of ids) await until(async () => (await status(id)) === "succeeded");
});

test("two workers do each of many jobs once", async () => {
  const ran: string[] = [];
  const onJob = (job: { id: string }) => succeed(job, async () => ran.push(job.id));
  await start({ onJob });
  await start({ onJob });
  const ids = await Promise.all(Array.from({ length: 40 }, () => add()));
  await until(() => ran.length === ids.length);
  expect([...ran].sort()).toEqual([...ids].sort());
});

test("a job delivered again, while it runs and after it has ended, is done once", async () => {
  const ran: string[] = [];
  const gate = Promise.withResolvers<void>();
  await start({
    onJob: (job) =>
      succeed(job, async () => {
        ran.push(job.id);
        if (job.id === jobId) await gate.promise;
      }),
  });
  const jobId = await add();
  await until(() => ran.includes(jobId));
  const again = async () => {
    const delivered = `
      insert into pgboss.job (name, data, singleton_key, group_id)
      select 'jobs', jsonb_build_object('id', id, 'tenantId', tenant_id, 'kind', kind),
        id::text || random(), tenant_id::text from jobs where id = '${jobId}' returning id`;
    expect(await owner(delivered)).toHaveLength(1);
    await owner("notify understudy_ready_jobs");
    const later = await add();
    await until(() => ran.includes(later));
  };
  await again();
  gate.resolve();
  await until(async () => (await status(jobId)) === "succeeded");
  await again();
  expect(ran.filter((id) => id === jobId)).toEqual([jobId]);
  await until(async () => (await owner(WAITING)).length === 0);
});

test("an attempt that failed is delivered again, until one succeeds", async () => {
  let attempts = 0;
  await start({
    onJob: async (job) => {
      if (++attempts === 2) return "succeeded";
      await inTenant(db, job, (tx) => releaseJob(tx, job.id));
      return "written";
    },
  });
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
  expect(attempts).toBe(2);
});

test("what an attempt did after another has begun does not end the job", async () => {
  const begun: number[] = [];
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await start({
    onJob: async (job) => {
      begun.push(job.attempt);
      await gates[job.attempt - 1]?.promise;
      return "succeeded";
    },
  });
  const jobId = await add();
  await until(() => begun.length === 1);
  await owner("update jobs set status = 'queued', dispatched_at = null");
  await until(() => begun.length === 2);
  gates[0]?.resolve();
  const later = await add();
  await until(async () => (await status(later)) === "succeeded");
  expect(await status(jobId)).toBe("running");
  gates[1]?.resolve();
  await until(async () => (await status(jobId)) === "succeeded");
});

test("an attempt whose worker was killed is taken up by another", async () => {
  const jobId = await add();
  await owner("update jobs set dispatched_at = now()");
  await inTenant(db, { tenantId }, (tx) => claimJob(tx, jobId));
  await requeueLostJobs(db);
  expect(await status(jobId)).toBe("running");
  await owner("update jobs set heartbeat_at = now() - interval '31 seconds'");
  await start();
  await until(async () => (await status(jobId)) === "succeeded");
  const job = await inTenant(db, { tenantId }, (tx) => findJob(tx, jobId));
  expect(job?.attempt).toBe(2);
});

test("a run that broke, and could not say so, is made again soon", async () => {
  let runs = 0;
  await start({
    onJob: async () => {
      if (++runs > 1) return "succeeded";
      throw new Error("the connection was lost");
    },
    onError: () => {},
  });
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
  expect(runs).toBe(2);
});

test("a delivery that was lost before anyone took it is made again", async () => {
  const jobId = await add();
  await owner("update jobs set dispatched_at = now() - interval '61 seconds'");
  await start();
  await until(async () => (await status(jobId)) === "succeeded");
});

test("one tenant's backlog does not keep another one waiting", async () => {
  const { tenantId: other } = await fillTables(db);
  await owner("delete from jobs");
  const gate = Promise.withResolvers<void>();
  const ran: string[] = [];
  for (let i = 0; i < 12; i += 1) await add();
  await start({
    onJob: (job) =>
      succeed(job, async () => {
        ran.push(job.tenantId);
        if (job.tenantId === tenantId) await gate.promise;
      }),
  });
  await until(() => ran.length === 3);
  await add(other);
  await until(() => ran.includes(other));
  gate.resolve();
  await until(() => ran.length === 13);
});

test("stopping lets a job finish, or aborts it after the grace so that it is handed back", async () => {
  const done = await add();
  const started = Promise.withResolvers<void>();
  const patient = await start({
    onJob: (job) =>
      succeed(job, async () => {
        started.resolve();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }),
  });
  await started.promise;
  await patient.stop();
  expect(await status(done)).toBe("succeeded");

  const handedBack = await add();
  const running = Promise.withResolvers<void>();
  const hasty = await start({
    graceMs: 1,
    onJob: async (job, signal) => {
      running.resolve();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await inTenant(db, job, (tx) => handBackJob(tx, job.id));
      return "written";
    },
  });
  await running.promise;
  await hasty.stop();
  expect(await status(handedBack)).toBe("queued");
});

test("what a job throws is told, and the queue goes on", async () => {
  const told: unknown[] = [];
  await start({
    onError: (error) => told.push(error),
    onJob: async () => {
      if (told.length === 0) throw new Error("broke");
      return "succeeded";
    },
  });
  await add();
  await until(() => told.length === 1);
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
  expect(String(told)).toContain("broke");
});

test("a worker is known while it lives", async () => {
  const queue = await start();
  expect(await inDispatch(db, countLiveWorkers)).toBe(1);
  await queue.stop();
  expect(await inDispatch(db, countLiveWorkers)).toBe(0);
});
