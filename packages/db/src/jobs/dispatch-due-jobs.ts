import { sql } from "drizzle-orm";
import { type DrizzleTransactionLike, fromDrizzle, type PgBoss } from "pg-boss";
import type { Database } from "../database.ts";
import { on, rowsOf } from "../engine/on.ts";
import { type DispatchTx, inDispatch } from "../scope.ts";
import { type DeliveredJob, QUEUE, READY_CHANNEL } from "./queue-name.ts";

const BATCH = 200;

/**
 * Hands due jobs to pg-boss. Marking and handing over commit together, so that neither can be lost;
 * several processes at it take different jobs.
 */
export async function dispatchDueJobs(db: Database, boss: PgBoss): Promise<void> {
  for (;;) {
    const sent = await inDispatch(db, async (tx) => {
      const due = await markDue(tx);
      if (due.length > 0) await send(tx, boss, due);
      return due.length;
    });
    if (sent < BATCH) return;
  }
}

function markDue(tx: DispatchTx): Promise<DeliveredJob[]> {
  return rowsOf(
    tx,
    sql`
      update jobs set dispatched_at = now()
      where id in (
        select id from jobs
        where status = 'queued' and dispatched_at is null and due_at <= now()
        order by due_at limit ${BATCH} for update skip locked
      )
      returning id, tenant_id as "tenantId", kind`,
  );
}

async function send(tx: DispatchTx, boss: PgBoss, due: readonly DeliveredJob[]): Promise<void> {
  const messages = due.map((job) => ({
    data: job,
    singletonKey: job.id,
    group: { id: job.tenantId },
  }));
  await boss.insert(QUEUE, messages, {
    db: fromDrizzle(on(tx) as DrizzleTransactionLike, sql),
  });
  await on(tx).execute(sql`select pg_notify(${READY_CHANNEL}, '')`);
}

/** Milliseconds until the next job falls due that waits for its time; undefined when none does. */
export async function nextDueInMs(db: Database): Promise<number | undefined> {
  const [row] = await inDispatch(db, (tx) =>
    rowsOf<{ wait: number | string | null }>(
      tx,
      sql`
        select extract(epoch from min(due_at) - now()) * 1000 as wait from jobs
        where status = 'queued' and dispatched_at is null`,
    ),
  );
  return row?.wait == null ? undefined : Math.max(0, Number(row.wait));
}
