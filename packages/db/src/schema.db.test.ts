import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

const ROLES = ["understudy_app", "understudy_auth", "understudy_resolver", "understudy_dispatch"];

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const ask = <Row>(query: string, parameters: unknown[] = []) =>
  engineOf(db).ownerTransaction((sql) => sql.rows<Row>(query, parameters));

test("every table with a tenant has row-level security, enabled and forced, and a policy", async () => {
  const tables = await ask<{ name: string; enabled: boolean; forced: boolean; policies: string }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p
       where p.polrelid = c.oid and 'understudy_app'::regrole = any (p.polroles)) as policies
    from pg_class c
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and (c.relname = 'tenants' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))`);
  expect(tables.length).toBeGreaterThan(15);
  for (const { name, enabled, forced, policies } of tables) {
    expect({ name, enabled, forced }).toEqual({ name, enabled: true, forced: true });
    expect(Number(policies), name).toBeGreaterThanOrEqual(1);
  }
});

test("a table with a twin is narrowed by the twin, too", async () => {
  const loose = await ask(`
    select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid
    where 'understudy_app'::regrole = any (p.polroles) and p.polpermissive
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'twin_id')
      and pg_get_expr(p.polqual, p.polrelid) not like '%app.twin_ids%'`);
  expect(loose).toEqual([]);
});

test.each(ROLES)(
  "%s cannot log in, owns nothing and is bound by row-level security",
  async (role) => {
    const [attributes] = await ask(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class where relowner = r.oid) as tables,
       (select count(*)::int from pg_proc where proowner = r.oid) as functions,
       (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas
     from pg_roles r where rolname = $1`,
      [role],
    );
    expect(attributes).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      rolcreatedb: false,
      tables: 0,
      functions: 0,
      schemas: 0,
    });
  },
);

test("views run with the rights of who asks", async () => {
  const views = await ask(`
    select relname from pg_class
    where relkind = 'v' and relnamespace = 'public'::regnamespace
      and not coalesce(reloptions @> array['security_invoker=true'], false)`);
  expect(views).toEqual([]);
});

test("nothing is open to everyone, and the application has no right on the queue", async () => {
  const open = await ask(`
    select table_schema, table_name, grantee, privilege_type from information_schema.table_privileges
    where table_schema in ('public', 'pgboss', 'understudy_migrations')
      and (grantee = 'PUBLIC' or grantee = 'understudy_app' and table_schema <> 'public')`);
  expect(open).toEqual([]);
  const [schema] = await ask<{ usable: boolean }>(
    "select has_schema_privilege('understudy_app', 'pgboss', 'usage') as usable",
  );
  expect(schema?.usable).toBe(false);
});

test("a function that runs as its owner fixes its search path and is not for everyone", async () => {
  const functions = await ask<{ name: string; path: string | null; open: boolean }>(`
    select p.proname as name, array_to_string(p.proconfig, ',') as path,
      has_function_privilege('public', p.oid, 'execute') as open
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
  expect(functions.length).toBeGreaterThanOrEqual(3);
  for (const { path, open } of functions) {
    expect(path).toContain("search_path=");
    expect(open).toBe(false);
  }
});

test("audit events can be added and read, and never changed", async () => {
  const rights = await ask<{ right: string }>(`
    select privilege_type as right from information_schema.table_privileges
    where grantee = 'understudy_app' and table_name = 'audit_events' order by 1`);
  expect(rights.map(({ right }) => right)).toEqual(["INSERT", "SELECT"]);
});

test("every table has a primary key, and every foreign key an index that serves it", async () => {
  const keyless = await ask(`
    select relname from pg_class c
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`);
  expect(keyless).toEqual([]);
  const unindexed = await ask(`
    select c.conrelid::regclass::text as table, c.conname from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = any (c.conkey))`);
  expect(unindexed).toEqual([]);
});

test("no index has an order in which no query reads it: nulls are first where it falls", async () => {
  const useless = await ask(
    "select indexname from pg_indexes where schemaname = 'public' and indexdef like '%DESC NULLS LAST%'",
  );
  expect(useless).toEqual([]);
});
