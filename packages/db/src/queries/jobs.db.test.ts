import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "../database.ts";
import { inTenant, type TenantTx } from "../scope.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import {
  claimJob,
  fence,
  finishJob,
  handBackJob,
  heartbeat,
  releaseJob,
  SupersededAttempt,
  updateJobProgress,
} from "./job-attempts.ts";
import { insertJobLogs, listJobLogs } from "./job-logs.ts";
import { findActiveJob, findJob, insertJob, listJobs } from "./jobs.ts";

let db: Database;
let tenantId: string;
let twinId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  const filled = await fillTables(db);
  tenantId = filled.tenantId;
  twinId = String(filled.rows.get("twins")!.id);
});
afterAll(() => db.close());

const run = <T>(work: (tx: TenantTx) => Promise<T>) => inTenant(db, { tenantId }, work);
const add = (subjectId: string | null = null) =>
  run((tx) => insertJob(tx, { kind: "ingestion", payload: {}, maxAttempts: 3, twinId, subjectId }));

test("a rolled-back transaction leaves no job", async () => {
  const before = await run((tx) => listJobs(tx, { limit: 100 }));
  const failing = run(async (tx) => {
    await insertJob(tx, { kind: "ingestion", payload: {}, maxAttempts: 3 });
    throw new Error("changed our mind");
  });
  await expect(failing).rejects.toThrow("changed our mind");
  expect(await run((tx) => listJobs(tx, { limit: 100 }))).toEqual(before);
});

test("of many who claim a job one gets it", async () => {
  const jobId = await add();
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => run((tx) => claimJob(tx, jobId))),
  );
  const got = claims.filter((claim) => claim !== undefined);
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({ id: jobId, attempt: 1 });
  expect(await run((tx) => findJob(tx, jobId))).toMatchObject({ attempt: 1, status: "running" });
});

test("an attempt that another one superseded writes nothing", async () => {
  const jobId = await add();
  await run((tx) => claimJob(tx, jobId));
  await run((tx) => releaseJob(tx, jobId));
  const second = await run((tx) => claimJob(tx, jobId));
  expect(second?.attempt).toBe(2);

  const late = run(async (tx) => {
    await fence(tx, { jobId, attempt: 1 });
    await finishJob(tx, { jobId, status: "succeeded" });
  });
  await expect(late).rejects.toBeInstanceOf(SupersededAttempt);
  expect(await run((tx) => heartbeat(tx, { jobId, attempt: 1 }))).toBe(false);
  expect(await run((tx) => heartbeat(tx, { jobId, attempt: 2 }))).toBe(true);
  expect((await run((tx) => findJob(tx, jobId)))?.status).toBe("running");
});

test("a job ends once", async () => {
  const jobId = await add();
  await run((tx) => claimJob(tx, jobId));
  const failure = { reason: "source.cancelled", message: "It was cancelled." };
  await run((tx) => finishJob(tx, { jobId, status: "cancelled", failure }));
  await run((tx) => finishJob(tx, { jobId, status: "succeeded" }));
  const job = await run((tx) => findJob(tx, jobId));
  expect(job).toMatchObject({ status: "cancelled", failureReason: "source.cancelled" });
  expect(job?.finishedAt).toBeInstanceOf(Date);
  await expect(run((tx) => fence(tx, { jobId, attempt: 1 }))).rejects.toBeInstanceOf(
    SupersededAttempt,
  );
  expect(await run((tx) => claimJob(tx, jobId))).toBeUndefined();
});

test("a failed attempt waits before the next one, one that was handed back does not", async () => {
  const [failed, handedBack] = [await add(), await add()];
  for (const jobId of [failed, handedBack]) await run((tx) => claimJob(tx, jobId));
  await run((tx) => releaseJob(tx, failed));
  await run((tx) => handBackJob(tx, handedBack));
  const waits = await run(async (tx) => {
    const [a, b] = [await findJob(tx, failed), await findJob(tx, handedBack)];
    return [a!, b!].map((job) => job.dueAt.getTime() - Date.now());
  });
  expect(waits[0]).toBeGreaterThan(1_000);
  expect(waits[1]).toBeLessThan(1_000);
});

test("progress and logs are kept, the newest job of a subject is found", async () => {
  const subjectId = twinId;
  await add(subjectId);
  const jobId = await add(subjectId);
  expect((await run((tx) => findActiveJob(tx, { subjectId, kind: "ingestion" })))?.id).toBe(jobId);
  await run((tx) => claimJob(tx, jobId));
  await run((tx) => updateJobProgress(tx, { jobId, attempt: 1, stage: "parse", progress: 0.25 }));
  for (const messages of [["one", "two"], ["three"]]) {
    const lines = messages.map((message) => ({ attempt: 1, level: "info" as const, message }));
    await run((tx) => insertJobLogs(tx, jobId, lines));
  }
  const first = await run((tx) => listJobLogs(tx, { jobId, limit: 2 }));
  const rest = await run((tx) => listJobLogs(tx, { jobId, afterId: first[1]!.id, limit: 2 }));
  expect([...first, ...rest].map((line) => line.message)).toEqual(["one", "two", "three"]);
  expect(await run((tx) => findJob(tx, jobId))).toMatchObject({ stage: "parse", progress: 0.25 });
  const narrowed = await inTenant(db, { tenantId, twinIds: [twinId] }, (tx) =>
    listJobLogs(tx, { jobId, limit: 9 }),
  );
  expect(narrowed).toHaveLength(3);
});

test("pages follow each other without a gap or a row twice", async () => {
  const subjectId = tenantId;
  const made = await run(async (tx) => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      ids.push(await insertJob(tx, { kind: "notice", payload: {}, maxAttempts: 1, subjectId }));
    }
    return ids;
  });
  const seen: string[] = [];
  let after: [string, string] | null = null;
  for (;;) {
    const rows = await run((tx) => listJobs(tx, { subjectId, after, limit: 3 }));
    if (rows.length === 0) break;
    seen.push(...rows.map((row) => row.id));
    const last = rows.at(-1)!;
    after = [last.createdAt.toISOString(), last.id];
  }
  expect(seen).toEqual([...made].reverse());
});

test("who watches hears of changes after the commit, with ids and nothing else", async () => {
  const heard: Record<string, unknown>[] = [];
  const stop = await db.listen("understudy_changes", (payload) => heard.push(JSON.parse(payload)));
  const failing = run(async (tx) => {
    await insertJob(tx, { kind: "ingestion", payload: { secret: "canary" }, maxAttempts: 1 });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const jobId = await add();
  const told = () => expect(heard).toEqual([{ tenantId, kind: "job", id: jobId }]);
  await vi.waitFor(told);
  await stop();
});
