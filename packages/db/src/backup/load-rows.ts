import type { Database } from "../database.ts";
import type { OwnerSql } from "../engine/engine.ts";
import { engineOf } from "../engine/registry.ts";
import { applySteps, migrate } from "../migrate.ts";
import { deferChecks } from "../migrations/defer-checks.ts";
import type { Applied } from "../migrations/history.ts";
import { listNames, quoteName } from "../migrations/quote-name.ts";
import { type Catalog, readCatalog } from "../migrations/read-catalog.ts";
import { readSteps, type Step } from "../migrations/read-steps.ts";
import { type BackupLine, BackupRefused, type WrittenRow } from "./backup-line.ts";

/**
 * Fills an empty database with the rows of a backup, all or none, and brings it up to this program.
 * Rows of an earlier version are loaded into its schema and migrated from there. Throws BackupRefused
 * when something is in the database, or the backup is of a later version; what `lines` throws ends it
 * with nothing loaded.
 */
export async function loadRows(db: Database, lines: AsyncIterable<BackupLine>): Promise<void> {
  const reading = lines[Symbol.asyncIterator]();
  const first = await reading.next();
  if (first.done || first.value.what !== "history") throw new BackupRefused("this is no backup");
  await applySteps(db, await stepsOf(first.value.steps));
  await engineOf(db).ownerTransaction(async (sql) => {
    await sql.run(`
      set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0;
      set local timezone = 'UTC';`);
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    const catalog = await readCatalog(sql, "public");
    await refuseUnlessEmpty(sql);
    await withoutTriggers(sql, catalog, () =>
      deferChecks(sql, async () => {
        await fillTables(sql, catalog, { next: () => reading.next() });
        await handOutAgain(sql);
      }),
    );
  });
  await migrate(db);
}

/** The steps of this program that the backup had, which must be the first ones. */
async function stepsOf(applied: readonly Applied[]): Promise<Step[]> {
  const steps = await readSteps();
  for (const [position, { name, checksum }] of applied.entries()) {
    if (steps[position]?.name === name && steps[position].checksum === checksum) continue;
    throw new BackupRefused(
      `it has the step ${name}, which this version of Understudy does not have`,
    );
  }
  return steps.slice(0, applied.length);
}

async function refuseUnlessEmpty(sql: OwnerSql): Promise<void> {
  const found = await sql.rows(
    "select 1 where exists (select from users) or exists (select from tenants)",
  );
  if (found.length === 0) return;
  throw new BackupRefused("there are accounts in this database; a backup goes into an empty one");
}

async function fillTables(
  sql: OwnerSql,
  catalog: Catalog,
  lines: { next(): Promise<IteratorResult<BackupLine>> },
): Promise<void> {
  let insert: ((rows: readonly WrittenRow[]) => Promise<void>) | null = null;
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const { value } = line;
    if (value.what === "table") insert = intoTable(sql, catalog, value);
    else if (value.what === "rows" && insert) await insert(value.rows);
    else throw new BackupRefused("its lines are not in order");
  }
}

function intoTable(
  sql: OwnerSql,
  catalog: Catalog,
  { table, columns }: { table: string; columns: readonly string[] },
): (rows: readonly WrittenRow[]) => Promise<void> {
  const types = columns.map((column) => catalog.get(table)?.columns.get(column));
  if (types.includes(undefined)) throw new BackupRefused(`it has a table ${table} of its own`);
  const values = types.map((type, at) => `(row ->> ${at})::${type}`).join(", ");
  const statement = `insert into ${quoteName(table)} (${listNames(columns)})
    select ${values} from jsonb_array_elements($1::text::jsonb) as row`;
  return async (rows) => void (await sql.rows(statement, [JSON.stringify(rows)]));
}

/** What was under way then is under way nowhere now; whoever watches has seen nothing of it. */
async function handOutAgain(sql: OwnerSql): Promise<void> {
  await sql.run("update jobs set dispatched_at = null where status = 'queued'");
}

async function withoutTriggers(
  sql: OwnerSql,
  catalog: Catalog,
  work: () => Promise<void>,
): Promise<void> {
  const alter = (how: string) =>
    [...catalog.keys()].map((table) => `alter table ${quoteName(table)} ${how} trigger user;`);
  await sql.run(alter("disable").join("\n"));
  await work();
  await sql.run(alter("enable").join("\n"));
}
