import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { type JobQueue, type JobQueueOptions, startJobQueue } from "./job-queue.ts";
import { requeueLostJobs } from "./jobs/requeue-lost-jobs.ts";
import { claimJob, fence, finishJob, handBackJob, releaseJob } from "./queries/job-attempts.ts";
import { findJob, insertJob } from "./queries/jobs.ts";
import { countLiveWorkers } from "./queries/workers.ts";
import { inDispatch, inTenant } from "./scope.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
let tenantId: string;
const queues: JobQueue[] = [];

beforeEach(async () => {
  db = await openTestDatabase();
  ({ tenantId } = await fillTables(db));
  await owner("delete from jobs");
  await owner("delete from workers");
});
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop();
  await db.close();
});

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

/** What a worker does: claim, work, finish under the fence. */
async function succeed(job: { id: string; tenantId: string }, work?: unknown): Promise<void> {
  const claimed = await inTenant(db, job, (tx) => claimJob(tx, job.id));
  if (!claimed) return;
  if (typeof work === "function") await work();
  await inTenant(db, job, async (tx) => {
    await fence(tx, { jobId: job.id, attempt: claimed.attempt });
    await finishJob(tx, { jobId: job.id, status: "succeeded" });
  });
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
  const onJob = (job: { id: string; tenantId: string }) =>
    succeed(job, async () => ran.push(job.id));
  await start({ onJob });
  await start({ onJob });
  const ids = await Promise.all(Array.from({ length: 40 }, () => add()));
  await until(() => ran.length === ids.length);
  expect([...ran].sort()).toEqual([...ids].sort());
});

test("a job delivered twice is done once", async () => {
  const ran: string[] = [];
  const jobId = await add();
  await owner("update jobs set dispatched_at = null");
  await start({
    onJob: async (job) => {
      await Promise.all([1, 2, 3].map(() => succeed(job, async () => ran.push(job.id))));
    },
  });
  await until(async () => (await status(jobId)) === "succeeded");
  await owner("update jobs set status = 'queued', dispatched_at = null, attempt = 0");
  await until(() => ran.length === 2);
});

test("an attempt that failed is delivered again, until one succeeds", async () => {
  let attempts = 0;
  await start({
    onJob: async (job) => {
      if (++attempts === 2) return succeed(job);
      await inTenant(db, job, (tx) => claimJob(tx, job.id));
      await inTenant(db, job, (tx) => releaseJob(tx, job.id));
    },
  });
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
  expect(attempts).toBe(2);
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

test.each([
  ["before it claimed", false],
  ["after it claimed", true],
])("a run that broke %s, and could not say so, is made again soon", async (_when, claims) => {
  let runs = 0;
  await start({
    onJob: async (job) => {
      if (++runs > 1) return succeed(job);
      if (claims) await inTenant(db, job, (tx) => claimJob(tx, job.id));
      throw new Error("the connection was lost");
    },
    onError: () => {},
  });
  const jobId = await add();
  await until(async () => (await status(jobId)) === "succeeded");
  expect(runs).toBe(2);
});

test("a delivery whose worker was killed before it claimed is made again", async () => {
  const jobId = await add();
  const first = await start({ onJob: async () => {} });
  await until(async () => {
    const rows = await owner("select from jobs where dispatched_at is not null");
    return rows.length === 1;
  });
  await first.stop();
  expect(await status(jobId)).toBe("queued");
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
      await inTenant(db, job, (tx) => claimJob(tx, job.id));
      running.resolve();
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await inTenant(db, job, (tx) => handBackJob(tx, job.id));
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
    onJob: async (job) => {
      if (told.length === 0) throw new Error("broke");
      await succeed(job);
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

test("who watches hears of changes after the commit, with ids and nothing else", async () => {
  const heard: Record<string, unknown>[] = [];
  const stop = await db.listen("understudy_changes", (payload) => heard.push(JSON.parse(payload)));
  const failing = inTenant(db, { tenantId }, async (tx) => {
    await insertJob(tx, { kind: "ingestion", payload: { secret: "canary" }, maxAttempts: 1 });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const jobId = await add();
  await until(() => heard.length > 0);
  expect(heard).toEqual([{ tenantId, kind: "job", id: jobId }]);
  await stop();
});
