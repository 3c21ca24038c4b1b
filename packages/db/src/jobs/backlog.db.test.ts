import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Database } from "../database.ts";
import { startJobQueue } from "../job-queue.ts";
import { insertJob, listJobs } from "../queries/jobs.ts";
import { inTenant } from "../scope.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";

const BACKLOG = 150;
let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

test("a backlog longer than what is sent at once is worked off, each job once", async () => {
  const { tenantId } = await fillTables(db);
  const ids = await inTenant(db, { tenantId }, async (tx) => {
    const added: string[] = [];
    for (let i = 0; i < BACKLOG; i++) {
      added.push(await insertJob(tx, { kind: "ingestion", payload: {}, maxAttempts: 1 }));
    }
    return added;
  });
  const ran: string[] = [];
  const queue = await startJobQueue(db, {
    concurrency: 4,
    onJob: async (job) => {
      ran.push(job.id);
      return "succeeded";
    },
  });
  const done = () => expect(ids.filter((id) => !ran.includes(id))).toEqual([]);
  await vi.waitFor(done, { timeout: 20_000, interval: 20 });
  await queue.stop();
  expect(new Set(ran).size).toBe(ran.length);
  const ended = await inTenant(db, { tenantId }, (tx) =>
    listJobs(tx, { status: "succeeded", limit: BACKLOG }),
  );
  expect(ended).toHaveLength(BACKLOG);
});
