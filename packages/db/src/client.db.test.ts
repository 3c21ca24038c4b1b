import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./client.ts";
import { DataDirInUse } from "./data-dir-in-use.ts";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { isTimeout, isUniqueViolation } from "./errors.ts";
import { newId } from "./new-id.ts";
import { hasVectorExtension } from "./queries/extensions.ts";
import { insertTwin } from "./queries/twins.ts";
import { inDispatch, inTenant } from "./scope.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase, testEngine } from "./testing/open-test-database.ts";

let db: Database;
let tenantId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ tenantId } = await fillTables(db));
});
afterAll(() => db.close());

test("answers a ping", async () => {
  await expect(db.ping()).resolves.toBeUndefined();
});

test("lets the rest of the process go on between transactions that follow each other", async () => {
  let turns = 0;
  let open = true;
  const count = () => {
    turns += 1;
    if (open) setImmediate(count);
  };
  count();
  for (let i = 0; i < 20; i++) await inTenant(db, { tenantId }, async () => undefined);
  open = false;
  expect(turns).toBeGreaterThan(20);
});

test("what is sent on a channel is heard once committed, until one stops listening", async () => {
  const heard: string[] = [];
  const stop = await db.listen("test_channel", (payload) => heard.push(payload));
  const send = (payload: string) =>
    engineOf(db).ownerTransaction((sql) =>
      sql.rows("select pg_notify('test_channel', $1)", [payload]),
    );
  await send("one");
  await expect.poll(() => heard).toEqual(["one"]);
  await stop();
  await send("two");
  await db.ping();
  expect(heard).toEqual(["one"]);
});

test("tells how long transactions wait for their turn, while any does", async () => {
  const gate = Promise.withResolvers<void>();
  const held = Array.from({ length: 32 }, () => inTenant(db, { tenantId }, () => gate.promise));
  await expect.poll(() => db.longestWaitMs()).toBeGreaterThan(0);
  gate.resolve();
  await Promise.all(held);
  expect(db.longestWaitMs()).toBe(0);
});

test("a violation is told by the name of its constraint", async () => {
  const handle = `taken-${newId()}`;
  const insert = () => inTenant(db, { tenantId }, (tx) => insertTwin(tx, { name: "T", handle }));
  await insert();
  const error = await insert().catch((caught: unknown) => caught);
  expect(isUniqueViolation(error, "twins_handle_unique")).toBe(true);
  expect(isUniqueViolation(error)).toBe(true);
  expect(isUniqueViolation(error, "another")).toBe(false);
});

if (testEngine() === "server") {
  describe("a server", () => {
    test("does not wait for a lock for ever", async () => {
      const [{ promise: locked, resolve: lock }, { promise: done, resolve: finish }] = [
        Promise.withResolvers<void>(),
        Promise.withResolvers<void>(),
      ];
      const holder = engineOf(db).ownerTransaction(async (sql) => {
        await sql.run("lock table twins in access exclusive mode");
        lock();
        await done;
      });
      await locked;
      const waiting = inTenant(db, { tenantId }, (tx) =>
        insertTwin(tx, { name: "T", handle: newId() }),
      );
      const error = await waiting.catch((caught: unknown) => caught);
      finish();
      await holder;
      expect(isTimeout(error)).toBe(true);
    });

    test("goes on after its connections were cut", async () => {
      await engineOf(db)
        .ownerTransaction((sql) =>
          sql.rows(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`),
        )
        .catch(() => {});
      await expect
        .poll(() => inTenant(db, { tenantId }, async () => "answered").catch(() => "cut"))
        .toBe("answered");
    });
  });
}

if (testEngine() === "embedded") {
  test("the embedded engine has pgvector", async () => {
    expect(await inDispatch(db, hasVectorExtension)).toBe(true);
  });

  describe("a data directory", () => {
    let folder: string;
    const children: ChildProcess[] = [];
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "understudy-data-"));
    });
    afterAll(async () => {
      for (const child of children) child.kill("SIGKILL");
      await rm(folder, { recursive: true });
    });

    test("outlives a killed process with all that was committed, and belongs to one process", async () => {
      const dataDir = join(folder, "postgres");
      const program = `
      const { openDatabase } = await import(${JSON.stringify(new URL("./client.ts", import.meta.url).href)});
      const { engineOf } = await import(${JSON.stringify(new URL("./engine/registry.ts", import.meta.url).href)});
      const db = await openDatabase({ kind: "embedded", dataDir: ${JSON.stringify(dataDir)} });
      await engineOf(db).ownerTransaction((sql) => sql.run("create table kept as select 1 as n"));
      process.stdout.write("committed");
      setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      await once(child.stdout!, "data");
      const refused = openDatabase({ kind: "embedded", dataDir });
      await expect(refused).rejects.toBeInstanceOf(DataDirInUse);
      await expect(refused).rejects.toThrow(String(child.pid));

      child.kill("SIGKILL");
      await once(child, "exit");
      const reopened = await openDatabase({ kind: "embedded", dataDir });
      const rows = await engineOf(reopened).ownerTransaction((sql) =>
        sql.rows("select n from kept"),
      );
      expect(rows).toEqual([{ n: 1 }]);
      await reopened.close();
    }, 120_000);
  });
}
