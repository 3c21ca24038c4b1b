import { sql } from "drizzle-orm";
import { type DrizzleTransactionLike, fromDrizzle, type PgBoss } from "pg-boss";
import type { Database } from "../database.ts";
import { on, rowsOf } from "../engine/on.ts";
import { type DispatchTx, inDispatch } from "../scope.ts";
import { type DeliveredJob, QUEUE, READY_CHANNEL } from "./queue-name.ts";

const BATCH = 200;
/** pg-boss sorts all that waits for each job it gives out, so the rest of a backlog waits here. */
const WAITING_PER_TENANT = 64;

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
        where status = 'queued' and dispatched_at is null and id in (
          select due.id from (
            select id, tenant_id, row_number() over (partition by tenant_id order by due_at) as turn
            from jobs
            where status = 'queued' and dispatched_at is null and due_at <= now()
          ) as due
          left join (
            select tenant_id, count(*) as number from jobs
            where status = 'queued' and dispatched_at is not null group by tenant_id
          ) as waiting on waiting.tenant_id = due.tenant_id
          where due.turn + coalesce(waiting.number, 0) <= ${WAITING_PER_TENANT}
          order by due.turn limit ${BATCH}
        )
        for update skip locked
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

export interface Outlook {
  /** Until the next job falls due that waits for its time; undefined when none does. */
  dueInMs: number | undefined;
  /** Some are due and wait until those of their tenant that were sent have been taken. */
  isHeldBack: boolean;
}

export async function lookAhead(db: Database): Promise<Outlook> {
  const undispatched = sql`status = 'queued' and dispatched_at is null`;
  const [row] = await inDispatch(db, (tx) =>
    rowsOf<{ wait: number | string | null; held: boolean }>(
      tx,
      sql`
        select
          (select extract(epoch from min(due_at) - now()) * 1000 from jobs
            where ${undispatched} and due_at > now()) as wait,
          exists (select from jobs where ${undispatched} and due_at <= now()) as held`,
    ),
  );
  const dueInMs = row?.wait == null ? undefined : Math.max(0, Number(row.wait));
  return { dueInMs, isHeldBack: row?.held ?? false };
}
