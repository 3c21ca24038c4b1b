import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../engine/on.ts";
import { type DispatchTx, inDispatch } from "../scope.ts";
import type { DeliveredJob } from "./queue-name.ts";

export const DUE_BATCH = 200;
/** The rest of a tenant's backlog waits in `jobs`, so that others' jobs are near the head of the queue. */
const WAITING_PER_TENANT = 64;

/**
 * Those that are due, the longest first, in the transaction that takes them or hands them to pg-boss,
 * so that none is lost; others at it take different ones.
 */
export async function markDue(tx: DispatchTx): Promise<DeliveredJob[]> {
  const rows = await rowsOf<DeliveredJob & { dueAt: number }>(
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
          order by due.turn limit ${DUE_BATCH}
        )
        for update skip locked
      )
      returning id, tenant_id as "tenantId", kind, extract(epoch from due_at)::float8 as "dueAt"`,
  );
  return rows.sort((a, b) => a.dueAt - b.dueAt).map(({ dueAt: _, ...job }) => job);
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
