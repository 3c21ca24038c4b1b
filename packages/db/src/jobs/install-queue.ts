import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import { lockHistory } from "../migrations/history.ts";
import { QUEUE, QUEUE_SCHEMA, QUEUE_SETTINGS } from "./queue-name.ts";
import { startBoss } from "./start-boss.ts";

const GRANTS = `
  grant usage on schema ${QUEUE_SCHEMA} to understudy_dispatch;
  grant select, insert, update on all tables in schema ${QUEUE_SCHEMA} to understudy_dispatch;
  grant execute on all functions in schema ${QUEUE_SCHEMA} to understudy_dispatch`;

/** pg-boss brings its schema up under its own lock; then the dispatcher, and no one else, may add to it. */
export async function installQueue(db: Database): Promise<void> {
  const failures: unknown[] = [];
  const boss = await startBoss(db, { migrate: true, onError: (error) => failures.push(error) });
  try {
    if (!(await boss.getQueue(QUEUE))) await boss.createQueue(QUEUE, QUEUE_SETTINGS);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures.length > 0) throw failures[0];
  await engineOf(db).ownerTransaction(async (sql) => {
    await lockHistory(sql);
    await sql.run(GRANTS);
  });
}
