import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";
import { type DeliveredJob, groupOf, QUEUE } from "./queue-name.ts";

/**
 * The turn of each job, in the order given; the lowest begins first. A tenant's first is level with the
 * head of the queue, each further one a turn behind it, its upkeep behind all else of its own: tenants
 * alternate, however much one of them has waiting, and as the head moves on nobody is passed for ever
 * (start-time fair queueing, Goyal 1996).
 */
export async function numberTurns(
  tx: DispatchTx,
  jobs: readonly DeliveredJob[],
): Promise<number[]> {
  const waiting = await rowsOf<{ groupId: string; first: number; last: number }>(
    tx,
    sql`
      select group_id as "groupId", -max(priority) as first, -min(priority) as last
      from pgboss.job where name = ${QUEUE} and state < 'active' and not blocked
      group by group_id`,
  );
  const head = waiting.reduce(
    (least, { first }) => Math.min(least, first),
    Number.MAX_SAFE_INTEGER,
  );
  const lastOf = new Map(waiting.map(({ groupId, last }) => [groupId, last]));
  const start = waiting.length === 0 ? 0 : head;
  return jobs.map((job) => {
    const group = groupOf(job);
    const behind = [job.tenantId, group].map((each) => lastOf.get(each) ?? start - 1);
    const turn = Math.max(...behind) + 1;
    lastOf.set(group, turn);
    return turn;
  });
}
