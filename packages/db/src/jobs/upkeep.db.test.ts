import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { JobKind } from "../column-values.ts";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { type JobQueue, startJobQueue } from "../job-queue.ts";
import { insertJob } from "../queries/jobs.ts";
import { inTenant } from "../scope.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";

let db: Database;
let tenantId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ tenantId } = await fillTables(db));
});
afterAll(() => db.close());

let begun: JobKind[];
let gate: PromiseWithResolvers<void>;
beforeEach(async () => {
  begun = [];
  gate = Promise.withResolvers();
  await engineOf(db).ownerTransaction((sql) =>
    sql.run(
      "select set_config('app.owner_scope', 'on', true); delete from jobs; delete from pgboss.job",
    ),
  );
});

/** So many of a kind, all due. */
const add = (kind: JobKind, count: number) =>
  inTenant(db, { tenantId }, async (tx) => {
    for (let i = 0; i < count; i++) await insertJob(tx, { kind, payload: {}, maxAttempts: 1 });
  });
const countBegun = (kind: JobKind) => begun.filter((each) => each === kind).length;
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

/** Upkeep goes on until the gate is opened; all else ends at once. */
async function start(): Promise<AsyncDisposable & JobQueue> {
  const queue = await startJobQueue(db, {
    concurrency: 4,
    onJob: async ({ kind }) => {
      begun.push(kind);
      if (kind === "health_check") await gate.promise;
      return "succeeded";
    },
  });
  return { ...queue, [Symbol.asyncDispose]: () => queue.stop() };
}

test("upkeep that takes long leaves its tenant a slot, however much of it waits", async () => {
  await using _ = await start();
  await add("health_check", 80);
  await until(() => expect(countBegun("health_check")).toBe(2));
  await add("ingestion", 3);
  await until(() => expect(countBegun("ingestion")).toBe(3));
  expect(countBegun("health_check")).toBe(2);
  gate.resolve();
  await until(() => expect(countBegun("health_check")).toBe(80));
});

test("what people wait for begins before upkeep that fell due long before it", async () => {
  await add("health_check", 6);
  await add("ingestion", 3);
  await using _ = await start();
  await until(() => expect(countBegun("ingestion")).toBe(3));
  expect(begun.slice(0, 2)).toEqual(["ingestion", "ingestion"]);
  gate.resolve();
  await until(() => expect(countBegun("health_check")).toBe(6));
});
