import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";
import { type DeliveredJob, QUEUE } from "./queue-name.ts";

/**
 * The turn of each job, in the order given; the lowest begins first. A tenant's first is level with the
 * head of the queue, each further one a turn behind it: tenants alternate, however much one of them has
 * waiting, and as the head moves on nobody is passed for ever (start-time fair queueing, Goyal 1996).
 */
export async function numberTurns(
  tx: DispatchTx,
  jobs: readonly DeliveredJob[],
): Promise<number[]> {
  const waiting = await rowsOf<{ tenantId: string; first: number; last: number }>(
    tx,
    sql`
      select group_id as "tenantId", -max(priority) as first, -min(priority) as last
      from pgboss.job where name = ${QUEUE} and state < 'active' and not blocked
      group by group_id`,
  );
  const head = waiting.reduce(
    (least, { first }) => Math.min(least, first),
    Number.MAX_SAFE_INTEGER,
  );
  const lastOf = new Map(waiting.map(({ tenantId, last }) => [tenantId, last]));
  const start = waiting.length === 0 ? 0 : head;
  return jobs.map(({ tenantId }) => {
    const turn = (lastOf.get(tenantId) ?? start - 1) + 1;
    lastOf.set(tenantId, turn);
    return turn;
  });
}
