import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

export interface Ended {
  total: number;
  failed: number;
}

/** What became of the tenant's answers and jobs of the last so many hours, and what waits now. */
export async function readWorkOutcomes(tx: TenantTx, { hours }: { hours: number }) {
  const since = sql`now() - make_interval(hours => ${hours})`;
  const answers = await readEnded(
    tx,
    sql`select count(*)::int as total, count(*) filter (where e.outcome = 'failed')::int as failed
        from twins t join user_events e on e.twin_id = t.id
        where e.kind = 'answer_ended' and e.created_at >= ${since}`,
  );
  const jobs = await readEnded(
    tx,
    sql`select count(*)::int as total, count(*) filter (where status = 'failed')::int as failed
        from jobs where created_at >= ${since} and status in ('succeeded', 'failed')`,
  );
  const [work] = await rowsOf<{ waiting: number; running: number; oldest: number }>(
    tx,
    sql`select count(*) filter (where status = 'queued' and due_at <= now())::int as waiting,
          count(*) filter (where status = 'running')::int as running,
          coalesce(extract(epoch from max(now() - due_at)
            filter (where status = 'queued' and due_at <= now())), 0)::float8 as oldest
        from jobs where status in ('queued', 'running')`,
  );
  return {
    answers,
    jobs,
    waitingJobs: work?.waiting ?? 0,
    runningJobs: work?.running ?? 0,
    oldestWaitingSeconds: work?.oldest ?? 0,
  };
}

async function readEnded(tx: TenantTx, query: ReturnType<typeof sql>): Promise<Ended> {
  const [row] = await rowsOf<Ended>(tx, query);
  return row ?? { total: 0, failed: 0 };
}
