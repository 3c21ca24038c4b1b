import { gt, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { DispatchTx, TenantTx } from "../scope.ts";
import { serviceHealthLogs } from "../tables/service-health-logs.ts";

export interface HealthObservation {
  name: string;
  state: (typeof serviceHealthLogs.$inferSelect)["state"];
  detail: string | null;
  /** Since how many seconds, when it could not be written down at once. */
  sinceSeconds?: number;
}

export type HealthSpan = Pick<
  typeof serviceHealthLogs.$inferSelect,
  "name" | "state" | "detail" | "beganAt" | "seenAt"
>;

/** A row goes on while its state is seen again within this time. */
export const HEALTH_SILENCE_SECONDS = 120;
const KEPT = sql`now() - interval '30 days'`;

/** Prolongs what is as it was, begins a row for what has changed, and forgets what is older than a month. */
export async function noteHealth(
  tx: DispatchTx,
  observations: readonly HealthObservation[],
): Promise<void> {
  const rows = observations.map((each) => ({ id: newId(), ...each }));
  await rowsOf(
    tx,
    sql`with seen as (
          select id, name, state, detail, coalesce("sinceSeconds", 0) as since
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as seen(id uuid, name text, state text, detail text, "sinceSeconds" float8)),
        forgotten as (delete from service_health_logs where seen_at < ${KEPT}),
        prolonged as (
          update service_health_logs log set seen_at = now() from seen
          where log.name = seen.name and log.state = seen.state
            and log.detail is not distinct from seen.detail and seen.since = 0
            and log.seen_at > now() - make_interval(secs => ${HEALTH_SILENCE_SECONDS})
          returning log.name)
        insert into service_health_logs (id, name, state, detail, began_at, seen_at)
        select id, name, state, detail, now() - make_interval(secs => since), now() from seen
        where name not in (select name from prolonged)`,
  );
}

/** Of the last so many hours, in the order in which they began. */
export async function listHealth(
  tx: TenantTx,
  { hours }: { hours: number },
): Promise<{ now: Date; spans: HealthSpan[] }> {
  const since = sql`now() - make_interval(hours => ${hours})`;
  const spans = await on(tx)
    .select({
      name: serviceHealthLogs.name,
      state: serviceHealthLogs.state,
      detail: serviceHealthLogs.detail,
      beganAt: serviceHealthLogs.beganAt,
      seenAt: serviceHealthLogs.seenAt,
    })
    .from(serviceHealthLogs)
    .where(gt(serviceHealthLogs.seenAt, since))
    .orderBy(serviceHealthLogs.beganAt);
  const [clock] = await rowsOf<{ now: Date | string }>(tx, sql`select now() as now`);
  return { now: new Date(clock!.now), spans };
}
