import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { openDatabase } from "../client.ts";
import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { migrate } from "../migrate.ts";
import { templateKey } from "./template-key.ts";

/** A role that owns its database and is no superuser, as on a managed server: row-level security binds it. */
const OWNER = "understudy_test_owner";
const BUILD_LOCK = 7_305_120_463;

/** A copy of the migrated template on the server that `TEST_DATABASE_URL` names as its superuser. */
export async function createServerTestDatabase(): Promise<Database> {
  const url = serverUrl();
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  const name = `understudy_test_${randomUUID().replaceAll("-", "")}`;
  try {
    const template = await provideTemplate(admin, url);
    await admin.unsafe(`create database ${name} owner ${OWNER} template ${template}`);
  } catch (error) {
    await admin.end();
    throw error;
  }
  const db = await openDatabase({ kind: "server", url: ownerUrl(url, name) });
  return Object.assign(db, { close: closeAndDrop(db.close, { admin, name }) });
}

/** Where a further connection to the same test database goes, as another process would open it. */
export async function urlOfTestDatabase(db: Database): Promise<string> {
  const [row] = await engineOf(db).ownerTransaction((sql) =>
    sql.rows<{ name: string }>("select current_database() as name"),
  );
  return ownerUrl(serverUrl(), row!.name);
}

function closeAndDrop(
  close: () => Promise<void>,
  { admin, name }: { admin: postgres.Sql; name: string },
) {
  return async () => {
    await close();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_DATABASE_URL must name a PostgreSQL server, as its superuser");
  return url;
}

/** Built by one process while the others wait. */
async function provideTemplate(admin: postgres.Sql, url: string): Promise<string> {
  const name = `understudy_template_${await templateKey()}`;
  await admin`select pg_advisory_lock(${BUILD_LOCK})`;
  try {
    const [present] = await admin`select from pg_database where datname = ${name}`;
    if (!present) await buildTemplate(admin, { url, name });
    return name;
  } finally {
    await admin`select pg_advisory_unlock(${BUILD_LOCK})`;
  }
}

async function buildTemplate(
  admin: postgres.Sql,
  { url, name }: { url: string; name: string },
): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await admin.unsafe(`
    do $$ begin create role ${OWNER} login createrole; exception when duplicate_object then null; end $$;
    alter role ${OWNER} password '${ownerPassword(url)}'`);
  await admin.unsafe(`drop database if exists ${unfinished} with (force)`);
  await admin.unsafe(`create database ${unfinished} owner ${OWNER}`);
  const db = await openDatabase({ kind: "server", url: ownerUrl(url, unfinished) });
  await migrate(db).finally(() => db.close());
  await admin.unsafe(`alter database ${unfinished} rename to ${name}`);
}

function ownerUrl(url: string, database: string): string {
  const owned = new URL(url);
  owned.username = OWNER;
  owned.password = ownerPassword(url);
  owned.pathname = `/${database}`;
  return owned.href;
}

/** Known to no one who does not know the superuser's. */
function ownerPassword(url: string): string {
  return createHash("sha256").update(`${OWNER} ${url}`).digest("hex");
}
