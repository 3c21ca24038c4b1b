import type { Database } from "./database.ts";
import type { OwnerSql } from "./engine/engine.ts";
import { engineOf } from "./engine/registry.ts";
import { installQueue } from "./jobs/install-queue.ts";
import { HistoryMismatch, lockHistory, verifyHistory } from "./migrations/history.ts";
import { installVector } from "./migrations/install-vector.ts";
import { parkRows, restoreRows } from "./migrations/parked-rows.ts";
import { readCatalog } from "./migrations/read-catalog.ts";
import { readSteps, type Step } from "./migrations/read-steps.ts";

/**
 * Brings the schema up to this program, one step a transaction; any number of processes may call it
 * at once. Gives the names of the steps that this call applied. Throws HistoryMismatch when the
 * database is ahead of this program, or a step was changed after it ran.
 */
export async function migrate(db: Database): Promise<string[]> {
  const done = await applySteps(db, await readSteps());
  await installVector(db);
  await installQueue(db);
  return done;
}

/** Brings the schema up to the last of these steps. */
export async function applySteps(db: Database, steps: readonly Step[]): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const name = await engineOf(db).ownerTransaction((sql) => applyNext(sql, steps));
    if (name === null) return done;
    done.push(name);
  }
}

/** Takes back the newest `count` steps; what a step back removes is kept, and returns with `migrate`. */
export async function migrateDown(db: Database, count: number): Promise<string[]> {
  const steps = await readSteps();
  const done: string[] = [];
  while (done.length < count) {
    const name = await engineOf(db).ownerTransaction((sql) => takeBackLast(sql, steps));
    if (name === null) break;
    done.push(name);
  }
  return done;
}

/** The steps that are still to be applied. */
export async function listPendingSteps(db: Database): Promise<string[]> {
  const steps = await readSteps();
  const applied = await engineOf(db).ownerTransaction(lockHistory);
  verifyHistory(applied, steps);
  return steps.slice(applied.length).map((step) => step.name);
}

async function applyNext(sql: OwnerSql, steps: readonly Step[]): Promise<string | null> {
  const applied = await lockHistory(sql);
  verifyHistory(applied, steps);
  const step = steps[applied.length];
  if (!step) return null;
  await sql.run(step.up);
  await restoreRows(sql, step.name);
  await sql.rows("insert into understudy_migrations.steps (name, checksum) values ($1, $2)", [
    step.name,
    step.checksum,
  ]);
  return step.name;
}

/** The step back is tried first, to see what it takes away; then that is kept and the step is made. */
async function takeBackLast(sql: OwnerSql, steps: readonly Step[]): Promise<string | null> {
  const applied = await lockHistory(sql);
  verifyHistory(applied, steps);
  const step = steps[applied.length - 1];
  if (!step) return null;
  const before = await readCatalog(sql, "public");
  await sql.run("savepoint trial");
  await sql.run(step.down);
  const after = await readCatalog(sql, "public");
  await sql.run("rollback to savepoint trial");
  await parkRows(sql, { step: step.name, before, after });
  await sql.run(step.down);
  await sql.rows("delete from understudy_migrations.steps where name = $1", [step.name]);
  return step.name;
}

export { HistoryMismatch };
