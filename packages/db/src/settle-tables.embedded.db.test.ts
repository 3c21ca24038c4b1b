import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { settleTables } from "./settle-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const NAME = "public.tenants";

const insertTenants = (count: number) =>
  engineOf(db).ownerTransaction((sql) =>
    sql.run(`select set_config('app.owner_scope', 'on', true);
      insert into tenants (id, name, slug)
        select gen_random_uuid(), 'Tenant', 'tenant-' || gen_random_uuid() from generate_series(1, ${count})`),
  );

const takenFor = () =>
  engineOf(db).ownerTransaction(async (sql) => {
    const [row] = await sql.rows<{ rows: number }>(
      `select reltuples::int as rows from pg_class where oid = '${NAME}'::regclass`,
    );
    return row!.rows;
  });

test("a table is counted when much was written in it, and not again before", async () => {
  await insertTenants(200);
  expect(await settleTables(db)).toContain(NAME);
  expect(await takenFor()).toBe(200);
  await insertTenants(20);
  expect(await settleTables(db)).not.toContain(NAME);
  await insertTenants(100);
  expect(await settleTables(db)).toContain(NAME);
  expect(await takenFor()).toBe(320);
});
