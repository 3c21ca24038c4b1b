import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./client.ts";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { applySteps, HistoryMismatch, listPendingSteps, migrate, migrateDown } from "./migrate.ts";
import { readSteps } from "./migrations/read-steps.ts";
import { resolveTwinHandle } from "./queries/resolve.ts";
import { restoreTwin } from "./queries/twins.ts";
import { inResolver, inTenant } from "./scope.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase, testEngine } from "./testing/open-test-database.ts";
import { readTables } from "./testing/read-tables.ts";
import { urlOfTestDatabase } from "./testing/server-template.ts";

/** Left by each test as it was found. */
let kept: Database;
const opened: Database[] = [];
beforeAll(async () => {
  kept = await openTestDatabase();
  await fillTables(kept);
  await fillTables(kept);
});
afterAll(() => kept.close());
afterEach(async () => {
  for (const db of opened.splice(0).reverse()) await db.close();
});

async function open(): Promise<Database> {
  const db = await openTestDatabase();
  opened.push(db);
  return db;
}

/** Everything there is in the schema, as text that two databases can be compared by. */
function describeSchema(db: Database): Promise<unknown[]> {
  return engineOf(db).ownerTransaction((sql) =>
    sql.rows(`
      select 'column' as what, a.attrelid::regclass || '.' || a.attname as name,
        concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as how
      from pg_attribute a join pg_class t on t.oid = a.attrelid and t.relnamespace = 'public'::regnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where t.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
      union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
      union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
      union all select 'policy', tablename || '.' || policyname, concat_ws(' ', roles::text, cmd, qual, with_check)
        from pg_policies where schemaname = 'public'
      union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
        from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'pgboss%'
      union all select 'function', proname, pg_get_functiondef(oid)
        from pg_proc where pronamespace = 'public'::regnamespace and prolang <> 13
          and prokind = 'f' and probin is null
      union all select 'grant', relname, acl::text from pg_class, unnest(relacl) acl
        where relnamespace = 'public'::regnamespace and acl::text ~ '^understudy_(app|auth|resolver|dispatch)='
      union all select 'column grant', a.attrelid::regclass || '.' || a.attname, acl::text
        from pg_attribute a join pg_class t on t.oid = a.attrelid, unnest(a.attacl) acl
        where t.relnamespace = 'public'::regnamespace and acl::text ~ '^understudy_(app|auth|resolver|dispatch)='
      order by 1, 2, 3`),
  );
}

function readAll(db: Database): Promise<Map<string, unknown[]>> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const tables = (await readTables(sql)).map(({ name }) => name);
    if (tables.length === 0) return new Map();
    const all = tables.map((name) => `select '${name}' as name, to_json(t) as row from ${name} t`);
    const rows = await sql.rows<{ name: string; row: unknown }>(
      `select * from (${all.join(" union all ")}) t order by name, row::text`,
    );
    const found = Map.groupBy(rows, ({ name }) => name);
    return new Map(tables.map((name) => [name, found.get(name) ?? []]));
  });
}

test.each([
  [
    "in which a step was changed after it ran",
    "update understudy_migrations.steps set checksum = checksum || 'x' where name like '0001%'",
    "update understudy_migrations.steps set checksum = rtrim(checksum, 'x') where name like '0001%'",
  ],
  [
    "that is ahead of this program",
    "insert into understudy_migrations.steps (name, checksum) values ('9999_later', 'x')",
    "delete from understudy_migrations.steps where name = '9999_later'",
  ],
])("a database %s is refused", async (_, change, changeBack) => {
  const run = (script: string) => engineOf(kept).ownerTransaction((sql) => sql.run(script));
  await run(change);
  await expect(migrate(kept)).rejects.toBeInstanceOf(HistoryMismatch);
  await run(changeBack);
  expect(await listPendingSteps(kept)).toEqual([]);
});

test("all steps back and forward again: the same schema, and the same rows in every table", async () => {
  const db = kept;
  const [schema, rows] = [await describeSchema(db), await readAll(db)];
  for (const [table, found] of rows) expect(found, table).toHaveLength(2);

  const back = await migrateDown(db, 1_000);
  expect(back.length).toBeGreaterThanOrEqual(4);
  const left = await engineOf(db).ownerTransaction(readTables);
  expect(left).toEqual([]);
  expect(await listPendingSteps(db)).toEqual([...back].reverse());

  expect(await migrate(db)).toEqual([...back].reverse());
  expect(await describeSchema(db)).toEqual(schema);
  expect(await readAll(db)).toEqual(rows);
});

/** Older ones can no longer be changed, and were proved when they were new. */
const STEPS_PROVED = 6;

test("each of the newest steps back and forward alone keeps schema and rows", async () => {
  const db = kept;
  const look = async () => ({ schema: await describeSchema(db), rows: await readAll(db) });
  const steps = [...(await readSteps())];
  let above = await look();
  const oldest = Math.max(0, steps.length - STEPS_PROVED);
  for (; steps.length > oldest; steps.pop()) {
    const [step] = await migrateDown(db, 1);
    const below = await look();
    expect(await applySteps(db, steps)).toEqual([step]);
    expect(await look(), step).toEqual(above);
    await migrateDown(db, 1);
    above = below;
  }
  await migrate(db);
}, 180_000);

test("many at once apply each step once", async () => {
  const first = await open();
  const schema = await describeSchema(first);
  const steps = await migrateDown(first, 1_000);
  const others = testEngine() === "server" ? await openMore(first, 3) : [first, first, first];
  const applied = await Promise.all([first, ...others].map((db) => migrate(db)));
  expect(applied.flat().sort()).toEqual([...steps].sort());
  expect(await describeSchema(first)).toEqual(schema);
});

/** As other processes would: connections of their own. */
async function openMore(db: Database, count: number): Promise<Database[]> {
  const url = await urlOfTestDatabase(db);
  const more = await Promise.all(
    Array.from({ length: count }, () => openDatabase({ kind: "server", url, poolSize: 2 })),
  );
  opened.push(...more);
  return more;
}

test("an owner that is no superuser migrates, and is bound by row-level security itself", async () => {
  const db = await open();
  if (testEngine() === "embedded") await becomePlainOwner(db);
  const steps = await migrateDown(db, 1_000);
  expect(await migrate(db)).toEqual([...steps].reverse());
  const { tenantId, rows } = await fillTables(db);
  const handle = String(rows.get("twins")?.handle);
  await inTenant(db, { tenantId }, (tx) => restoreTwin(tx, String(rows.get("twins")?.id)));
  expect(await inResolver(db, (tx) => resolveTwinHandle(tx, handle))).toMatchObject({ tenantId });
  const seen = await engineOf(db).ownerTransaction((sql) =>
    sql.rows("select id, (select rolsuper from pg_roles where rolname = current_user) from twins"),
  );
  expect(seen).toEqual([]);
});

/** PGlite runs as its superuser; this is how a role of a managed server would find the database. */
async function becomePlainOwner(db: Database): Promise<void> {
  await migrateDown(db, 1_000);
  await engineOf(db).ownerTransaction((sql) =>
    sql.run(`
      drop schema pgboss cascade;
      drop schema understudy_migrations cascade;
      drop role if exists understudy_app, understudy_auth, understudy_resolver, understudy_dispatch;
      create role plain_owner login createrole;
      grant create on database postgres to plain_owner;
      alter schema public owner to plain_owner`),
  );
  await engineOf(db).ownerTransaction((sql) => sql.run("set session authorization plain_owner"));
  await migrate(db);
}
