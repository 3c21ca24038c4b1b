import type { OwnerSql } from "../engine/engine.ts";
import type { Step } from "./read-steps.ts";

/** Held for each step by every process that migrates; any number that nothing else uses. */
const LOCK = 7_305_120_461;

const HISTORY = `
  create schema if not exists understudy_migrations;
  create table if not exists understudy_migrations.steps (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

export interface Applied {
  name: string;
  checksum: string;
}

/** The history as it is now, locked until the transaction ends. */
export async function lockHistory(sql: OwnerSql): Promise<Applied[]> {
  await sql.run(`select pg_advisory_xact_lock(${LOCK})`);
  await sql.run("select set_config('app.owner_scope', 'on', true)");
  await sql.run(HISTORY);
  return sql.rows<Applied>("select name, checksum from understudy_migrations.steps order by name");
}

/** A step that was changed after it ran, or that this program does not have, is not ours to go on from. */
export function verifyHistory(applied: readonly Applied[], steps: readonly Step[]): void {
  for (const [position, { name, checksum }] of applied.entries()) {
    const step = steps[position];
    if (step?.name !== name) {
      throw new HistoryMismatch(`the database has step ${name}, which this program does not have`);
    }
    if (step.checksum !== checksum) {
      throw new HistoryMismatch(`step ${name} was changed after it had been applied`);
    }
  }
}

export class HistoryMismatch extends Error {
  override readonly name = "HistoryMismatch";
}
