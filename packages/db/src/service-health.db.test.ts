import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { rowsOf } from "./engine/on.ts";
import { engineOf } from "./engine/registry.ts";
import { type HealthObservation, listHealth, noteHealth } from "./queries/service-health.ts";
import { inDispatch, inTenant } from "./scope.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
let tenantId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ tenantId } = await fillTables(db));
});
afterAll(() => db.close());

const note = (...seen: (Partial<HealthObservation> & { name: string })[]) =>
  inDispatch(db, (tx) =>
    noteHealth(
      tx,
      seen.map((each) => ({ state: "ok" as const, detail: null, ...each })),
    ),
  );
const spansOf = async (wanted: string) => {
  const { spans } = await inTenant(db, { tenantId }, (tx) => listHealth(tx, { hours: 24 }));
  return spans.filter(({ name }) => name === wanted);
};
const age = (name: string, interval: string) =>
  engineOf(db).ownerTransaction((owner) =>
    owner.rows(
      `update service_health_logs set began_at = began_at - $2::interval, seen_at = seen_at - $2::interval
       where name = $1`,
      [name, interval],
    ),
  );

test("what stays as it was is one span, and what changed, or was not seen for long, another", async () => {
  await note({ name: "chat" });
  await note({ name: "chat" });
  expect(await spansOf("chat")).toHaveLength(1);
  await note({ name: "chat", state: "failed", detail: "it timed out" });
  await age("chat", "10 minutes");
  await note({ name: "chat", state: "failed", detail: "it timed out" });
  expect((await spansOf("chat")).map(({ state, detail }) => [state, detail])).toEqual([
    ["ok", null],
    ["failed", "it timed out"],
    ["failed", "it timed out"],
  ]);
});

test("an outage that could not be written down began when it did, and what is old is forgotten", async () => {
  await note({ name: "database" });
  await note({ name: "database", state: "failed", sinceSeconds: 600 });
  const failed = (await spansOf("database")).find(({ state }) => state === "failed")!;
  expect(failed.seenAt.getTime() - failed.beganAt.getTime()).toBe(600_000);
  await age("database", "31 days");
  await note({ name: "queue" });
  const [kept] = await inDispatch(db, (tx) =>
    rowsOf<{ count: number }>(
      tx,
      sql`select count(*)::int as count from service_health_logs where name = 'database'`,
    ),
  );
  expect(kept?.count).toBe(0);
});
