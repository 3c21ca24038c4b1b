import type { Database } from "@understudy/db/database";
import { fillTables } from "@understudy/db/testing/fill-tables";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { urlOfTestDatabase } from "@understudy/db/testing/server-template";
import postgres from "postgres";

/** A migrated database with one tenant and no jobs, and a raw client beside it. */
export interface Bench extends AsyncDisposable {
  db: Database;
  tenantId: string;
  sql: postgres.Sql;
}

export async function openBench(): Promise<Bench> {
  const db = await openTestDatabase();
  const { tenantId } = await fillTables(db);
  const sql = postgres(await urlOfTestDatabase(db), { max: 5, onnotice: () => {} });
  await sql`create schema bench`;
  await sql`create table bench.jobs (
    id uuid primary key, status text not null default 'queued', payload jsonb not null,
    created_at timestamptz not null default now()
  )`;
  await sql`create index on bench.jobs (created_at) where status = 'queued'`;
  await sql.begin(async (tx) => {
    await tx`select set_config('app.owner_scope', 'on', true)`;
    await tx`delete from jobs`;
  });
  return {
    db,
    tenantId,
    sql,
    async [Symbol.asyncDispose]() {
      await sql.end();
      await db.close();
    },
  };
}
