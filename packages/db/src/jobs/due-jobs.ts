import { sql } from "drizzle-orm";
import { isUpkeep } from "../column-values.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "../engine/on.ts";
import { type DispatchTx, inDispatch } from "../scope.ts";
import type { DeliveredJob } from "./queue-name.ts";

export const DUE_BATCH = 200;
/** The rest of a backlog waits in `jobs`, so that others' jobs are near the head of the queue; upkeep's has no room but its own. */
const WAITING_PER_GROUP = 64;
const UNDISPATCHED = sql`status = 'queued' and dispatched_at is null`;

/**
 * Those that are due, a tenant's upkeep after its other jobs and else the longest first, in the transaction that takes them or hands them to pg-boss,
 * so that none is lost; others at it take different ones. It goes from tenant to tenant and reads of
 * each what may be sent, not its whole backlog.
 */
export async function markDue(tx: DispatchTx): Promise<DeliveredJob[]> {
  const rows = await rowsOf<DeliveredJob & { dueAt: number }>(
    tx,
    sql`
      with recursive tenant (id) as (
        (select tenant_id from jobs where ${UNDISPATCHED} order by tenant_id limit 1)
        union all
        select (
          select tenant_id from jobs where ${UNDISPATCHED} and tenant_id > tenant.id
          order by tenant_id limit 1
        ) from tenant where tenant.id is not null
      ),
      next as (
        select first.id, row_number() over (
          partition by tenant.id order by upkeep.is_upkeep, first.due_at
        ) as turn
        from tenant cross join (values (false), (true)) as upkeep (is_upkeep) cross join lateral (
          select id, due_at from jobs
          where ${UNDISPATCHED}
            and tenant_id = tenant.id and jobs.is_upkeep = upkeep.is_upkeep and due_at <= now()
          order by due_at
          limit greatest(0, ${WAITING_PER_GROUP} - (
            select count(*) from jobs
            where status = 'queued' and dispatched_at is not null and tenant_id = tenant.id
              and jobs.is_upkeep = upkeep.is_upkeep
          ))
        ) as first
        where tenant.id is not null
        order by turn limit ${DUE_BATCH}
      )
      update jobs set dispatched_at = now()
      where id = any (array(
        select id from jobs where ${UNDISPATCHED} and id = any (array(select id from next))
        for update skip locked
      ))
      returning id, tenant_id as "tenantId", kind, extract(epoch from due_at)::float8 as "dueAt"`,
  );
  const rank = ({ kind }: DeliveredJob) => Number(isUpkeep(kind));
  return rows
    .sort((a, b) => rank(a) - rank(b) || a.dueAt - b.dueAt)
    .map(({ dueAt: _, ...job }) => job);
}

export interface Outlook {
  /** Until the next job falls due that waits for its time; undefined when none does. */
  dueInMs: number | undefined;
  /** Some are due and wait until those of their tenant that were sent have been taken. */
  isHeldBack: boolean;
}

export async function lookAhead(db: Database): Promise<Outlook> {
  const [row] = await inDispatch(db, (tx) =>
    rowsOf<{ wait: number | string | null; held: boolean }>(
      tx,
      sql`
        select
          (select extract(epoch from min(due_at) - now()) * 1000 from jobs
            where ${UNDISPATCHED} and due_at > now()) as wait,
          exists (select from jobs where ${UNDISPATCHED} and due_at <= now()) as held`,
    ),
  );
  const dueInMs = row?.wait == null ? undefined : Math.max(0, Number(row.wait));
  return { dueInMs, isHeldBack: row?.held ?? false };
}
