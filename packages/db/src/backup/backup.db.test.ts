import { afterEach, expect, test } from "vitest";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { migrateDown } from "../migrate.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { readTables } from "../testing/read-tables.ts";
import type { BackupLine } from "./backup-line.ts";
import { dumpRows } from "./dump-rows.ts";
import { loadRows } from "./load-rows.ts";

const opened: Database[] = [];
afterEach(async () => {
  for (const db of opened.splice(0).reverse()) await db.close();
});

async function open(): Promise<Database> {
  const db = await openTestDatabase();
  opened.push(db);
  return db;
}

const PASSING = new Set(["workers", "rate_limits", "rate_counters"]);

/** Every row, as text that two databases can be compared by. */
function readAll(db: Database): Promise<Map<string, unknown[]>> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const rows = new Map<string, unknown[]>();
    for (const { name } of await readTables(sql)) {
      if (PASSING.has(name)) continue;
      const query = `select to_json(t) as row from ${name} t order by to_json(t)::text`;
      rows.set(name, await sql.rows(query));
    }
    return rows;
  });
}

/** A job that was handed out is handed out again, wherever it is restored. */
function takeBackJobs(db: Database): Promise<void> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run("update jobs set dispatched_at = null");
  });
}

async function dump(db: Database): Promise<BackupLine[]> {
  const lines: BackupLine[] = [];
  await dumpRows(db, async (line) => void lines.push(line));
  return lines;
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

test("an empty database gets every row of every table, and its rules are as they were", async () => {
  const source = await open();
  await fillTables(source);
  await takeBackJobs(source);
  const lines = await dump(source);
  const target = await open();
  await loadRows(target, each(lines));
  const [before, after] = [await readAll(source), await readAll(target)];
  for (const [table, rows] of before) expect(rows.length, table).toBeGreaterThan(0);
  expect(after).toEqual(before);
  expect(await dump(target)).toEqual(lines);
  const [{ deferrable, disabled } = {}] = await engineOf(target).ownerTransaction((sql) =>
    sql.rows<Record<string, number>>(`select
      (select count(*)::int from pg_constraint where condeferrable and connamespace = 'public'::regnamespace) as deferrable,
      (select count(*)::int from pg_trigger where tgenabled = 'D' and not tgisinternal) as disabled`),
  );
  expect({ deferrable, disabled }).toEqual({ deferrable: 0, disabled: 0 });
});

test("a backup of an earlier version is loaded into its schema and migrated from there", async () => {
  const source = await open();
  await fillTables(source);
  await migrateDown(source, 1);
  const lines = await dump(source);
  const target = await open();
  await migrateDown(target, 1_000);
  await loadRows(target, each(lines));
  const { steps } = lines[0] as Extract<BackupLine, { what: "history" }>;
  const [now] = await dump(target);
  expect(now).toMatchObject({ steps: expect.arrayContaining(steps) });
  expect((now as (typeof lines)[0] & { steps: unknown[] }).steps).toHaveLength(steps.length + 1);
  expect((await readAll(target)).get("sources")).toHaveLength(1);
});

test("refuses a database that has accounts, a later version, and loads nothing of what breaks off", async () => {
  const source = await open();
  await fillTables(source);
  const lines = await dump(source);
  await expect(loadRows(source, each(lines))).rejects.toThrow("there are accounts");
  const target = await open();
  const later: BackupLine = {
    what: "history",
    steps: [{ name: "9999_later", checksum: "" }],
  };
  await expect(loadRows(target, each([later]))).rejects.toThrow("9999_later");
  async function* broken() {
    yield* lines.slice(0, -1);
    throw new Error("the file ends here");
  }
  await expect(loadRows(target, broken())).rejects.toThrow("the file ends here");
  for (const [table, rows] of await readAll(target)) expect(rows, table).toEqual([]);
});
