import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { JobKind } from "../column-values.ts";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { startJobQueue } from "../job-queue.ts";
import { newId } from "../new-id.ts";
import { insertJob, listJobs } from "../queries/jobs.ts";
import { inDispatch, inTenant } from "../scope.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { numberTurns } from "./number-turns.ts";

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

test("a tenant's first job is level with the head of the queue, however much another has waiting", async () => {
  const [busy, other] = [newId(), newId()];
  const owner = (script: string) => engineOf(db).ownerTransaction((sql) => sql.run(script));
  await owner(`delete from pgboss.job;
    insert into pgboss.job (name, data, priority, group_id)
    select 'jobs', '{}', -turn, '${busy}' from generate_series(4, 6) as turn`);
  const sent = [busy, other, busy, other].map((tenantId) => ({
    id: newId(),
    tenantId,
    kind: "ingestion" as const,
  }));
  expect(await inDispatch(db, (tx) => numberTurns(tx, sent))).toEqual([7, 4, 8, 5]);
  await owner("delete from pgboss.job");
  expect(await inDispatch(db, (tx) => numberTurns(tx, sent))).toEqual([0, 0, 1, 1]);
});

test("a tenant's upkeep comes behind what people wait for, and ahead of nobody", async () => {
  const [busy, other] = [newId(), newId()];
  const owner = (script: string) => engineOf(db).ownerTransaction((sql) => sql.run(script));
  await owner(`delete from pgboss.job;
    insert into pgboss.job (name, data, priority, group_id)
    select 'jobs', '{}', -turn, '${busy}/upkeep' from generate_series(4, 6) as turn`);
  const sent = (tenantId: string, kind: JobKind) => ({ id: newId(), tenantId, kind });
  const turns = [
    sent(busy, "ingestion"),
    sent(busy, "ingestion"),
    sent(busy, "health_check"),
    sent(other, "resync"),
  ];
  expect(await inDispatch(db, (tx) => numberTurns(tx, turns))).toEqual([4, 5, 7, 4]);
  await owner("delete from pgboss.job");
});
