import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { on, rowsOf } from "./engine/on.ts";
import { engineOf } from "./engine/registry.ts";
import { isRefusedByPolicy, isUniqueViolation } from "./errors.ts";
import { newId } from "./new-id.ts";
import { inTenant, type TenantTx } from "./scope.ts";
import { fillTables, type Row } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

interface Filled {
  tenantId: string;
  rows: Map<string, Row>;
}

let db: Database;
let a: Filled;
let b: Filled;
let tables: string[];

beforeAll(async () => {
  db = await openTestDatabase();
  [a, b] = [await fillTables(db), await fillTables(db)];
  tables = [...a.rows]
    .filter(([name, row]) => name === "tenants" || "tenant_id" in row)
    .map(([name]) => name);
});
afterAll(() => db.close());

/** What a statement reaches, or that it was refused. */
async function reach(
  scope: { tenantId: string; twinIds?: string[]; visitorId?: string },
  statement: string,
): Promise<Row[] | "refused"> {
  try {
    return await inTenant(db, scope, (tx) => rowsOf<Row>(tx, sql.raw(statement)));
  } catch (error) {
    if (isRefusedByPolicy(error)) return "refused";
    throw error;
  }
}

const nothing = (reached: Row[] | "refused") =>
  expect(reached === "refused" || reached.length === 0).toBe(true);
const first = (table: string) => Object.keys(a.rows.get(table)!)[0]!;

/** A's row again, under another key: only a policy can say no. */
function insertion(table: string): string {
  const row = { ...a.rows.get(table)! };
  if ("id" in row) row.id = newId();
  const json = JSON.stringify(row).replaceAll("'", "''");
  const names = Object.keys(row).join(", ");
  return `insert into ${table} (${names}) select ${names} from json_populate_record(null::${table}, '${json}')
    returning 1 as done`;
}

async function countAsOwner(): Promise<Map<string, number>> {
  return engineOf(db).ownerTransaction(async (owner) => {
    await owner.run("select set_config('app.owner_scope', 'on', true)");
    const counts = new Map<string, number>();
    for (const table of tables) {
      const [row] = await owner.rows<{ n: string | number }>(`select count(*) as n from ${table}`);
      counts.set(table, Number(row!.n));
    }
    return counts;
  });
}

test("there are tables to judge, and each holds a row of both tenants", async () => {
  expect(tables.length).toBeGreaterThan(15);
  for (const [table, count] of await countAsOwner()) expect(count, table).toBe(2);
});

test.each([
  ["without a context", () => ""],
  ["as the other tenant", () => b.tenantId],
])("%s nothing of a tenant is reached in any table", async (_, tenant) => {
  const before = await countAsOwner();
  for (const table of tables) {
    const key = table === "tenants" ? "id" : "tenant_id";
    const scope = { tenantId: tenant() };
    nothing(await reach(scope, `select 1 as seen from ${table} where ${key} = '${a.tenantId}'`));
    nothing(
      await reach(
        scope,
        `update ${table} set ${first(table)} = ${first(table)} where ${key} = '${a.tenantId}' returning 1 as done`,
      ),
    );
    nothing(
      await reach(scope, `delete from ${table} where ${key} = '${a.tenantId}' returning 1 as done`),
    );
    await expect(
      reach(scope, insertion(table)).catch((error: unknown) => error),
      table,
    ).resolves.toSatisfy((answer: unknown) => answer === "refused" || isUniqueViolation(answer));
  }
  expect(await countAsOwner()).toEqual(before);
});

test("a tenant sees exactly its own row of every table it may read", async () => {
  for (const table of tables) {
    const seen = await reach(a, `select * from ${table}`);
    expect(seen, table).toHaveLength(1);
  }
});

test.each([
  "update audit_events set action = 'x'",
  "delete from audit_events",
  "truncate audit_events",
])("a tenant cannot %s of its own", async (statement) => {
  expect(await reach(a, statement)).toBe("refused");
  expect(await reach(a, "select 1 as seen from audit_events")).toHaveLength(1);
});

describe("a scope narrowed to twins", () => {
  const narrowable = () =>
    tables.filter((table) => table === "twins" || "twin_id" in a.rows.get(table)!);

  test("sees its twin's rows", async () => {
    const twinIds = [String(a.rows.get("twins")!.id)];
    for (const table of narrowable()) {
      expect(await reach({ ...a, twinIds }, `select 1 as seen from ${table}`), table).toHaveLength(
        1,
      );
    }
  });

  test.each([
    ["another twin", () => [newId()]],
    ["no twin", () => []],
  ])("to %s sees, changes and removes nothing of this one", async (_, twinIds) => {
    const scope = { tenantId: a.tenantId, twinIds: twinIds() };
    expect(narrowable().length).toBeGreaterThan(9);
    for (const table of narrowable()) {
      nothing(await reach(scope, `select 1 as seen from ${table}`));
      nothing(
        await reach(
          scope,
          `update ${table} set ${first(table)} = ${first(table)} returning 1 as done`,
        ),
      );
      nothing(await reach(scope, `delete from ${table} returning 1 as done`));
    }
  });
});

test("a scope narrowed to a visitor reaches that visitor's conversations, and what was said there", async () => {
  const theirs = ["visitors", "visitor_sessions", "conversations", "messages"];
  const visitorId = String(a.rows.get("visitors")!.id);
  for (const table of theirs) {
    const look = `select 1 as seen from ${table}`;
    expect(await reach({ ...a, visitorId }, look), table).toHaveLength(1);
    nothing(await reach({ ...a, visitorId: newId() }, look));
    const change = `update ${table} set ${first(table)} = ${first(table)} returning 1 as done`;
    nothing(await reach({ ...a, visitorId: newId() }, change));
  }
});

test("a context ends with its transaction", async () => {
  await inTenant(db, a, async (tx: TenantTx) => on(tx).execute(sql`select 1`));
  const seen = await engineOf(db).transaction(async (raw) => {
    const result: unknown = await raw.execute(sql`
      select current_user as who, current_setting('app.tenant_id', true) as tenant`);
    return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows)[0] as Row;
  });
  expect(seen.who).not.toBe("understudy_app");
  expect(seen.tenant ?? "").toBe("");
});

test("scopes at once do not see each other's context, over and over", async () => {
  const looks = Array.from({ length: 60 }, (_, i) => {
    const { tenantId } = i % 2 ? a : b;
    return inTenant(db, { tenantId }, (tx) =>
      rowsOf<{ id: string }>(tx, sql`select id from tenants, pg_sleep(0.002)`),
    ).then((rows) => expect(rows).toEqual([{ id: tenantId }]));
  });
  await Promise.all(looks);
});
