import { type SQL, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { uuidArray } from "./reach.ts";

/**
 * Which first records are in which groups, as far as what is kept of them tells: not by what is vouched for
 * in one visit alone. `where` speaks of any record `v` and of a membership `m`.
 */
export const inGroups = (where: SQL) => sql`
  select coalesce(v.merged_into_id, v.id) as person_id, m.group_id, m.kind
  from visitors v
  cross join lateral (
    values ('visitor', v.id::text),
      ('email', case when v.verified_at is not null then lower(v.email) end),
      ('domain', case when v.verified_at is not null then split_part(lower(v.email), '@', 2) end)
    union all
    select way.kind, way.id from conversations c
    cross join lateral (values ('link', c.share_link_id::text), ('widget', c.widget_id::text)) way (kind, id)
    where c.visitor_id = v.id and way.id is not null
  ) as known (kind, value)
  join group_memberships m on m.twin_id = v.twin_id and m.kind = known.kind and m.value = known.value
  where ${where}`;

export interface GroupOfPerson {
  visitorId: string;
  groupId: string;
  name: string;
  /** Somebody put them there; else they came by a way, or are known by an address, that is in it. */
  isByName: boolean;
}

/** Of first records, in the order of the groups. */
export function listGroupsOfPeople(
  tx: TenantTx,
  { twinId, visitorIds }: { twinId: string; visitorIds: readonly string[] },
): Promise<GroupOfPerson[]> {
  if (visitorIds.length === 0) return Promise.resolve([]);
  const ids = uuidArray(visitorIds);
  return rowsOf(
    tx,
    sql`
      select own.person_id as "visitorId", g.id as "groupId", g.name, bool_or(own.kind = 'visitor') as "isByName"
      from (${inGroups(sql`v.id = any(${ids}) or v.merged_into_id = any(${ids})`)}) own
      join access_groups g on g.id = own.group_id
      where g.twin_id = ${twinId}::uuid
      group by own.person_id, g.id, g.name, g.rank
      order by g.rank, g.id`,
  );
}

/** Of these people each is in these groups from now on, and in none of the others. */
export async function changeGroupsOfPeople(
  tx: TenantTx,
  change: {
    twinId: string;
    visitorIds: readonly string[];
    add: readonly string[];
    remove: readonly string[];
  },
): Promise<void> {
  const { twinId, visitorIds, add, remove } = change;
  const ids = uuidArray(visitorIds);
  if (remove.length > 0) {
    await on(tx).execute(sql`
      delete from group_memberships where kind = 'visitor' and group_id = any(${uuidArray(remove)})
        and value = any(select id::text from unnest(${ids}) id)`);
  }
  if (add.length === 0) return;
  await on(tx).execute(sql`
    insert into group_memberships (twin_id, group_id, kind, value)
    select ${twinId}::uuid, group_id, 'visitor', visitor_id::text
    from unnest(${uuidArray(add)}) group_id cross join unnest(${ids}) visitor_id
    on conflict do nothing`);
}

export interface LimitUsed {
  visitorId: string;
  groupId: string;
  group: string;
  period: "day" | "month";
  used: number;
  most: number;
}

/** What these people asked within the current day and month (UTC) of what their groups let them ask. */
export function listLimitsUsed(
  tx: TenantTx,
  { twinId, visitorIds }: { twinId: string; visitorIds: readonly string[] },
): Promise<LimitUsed[]> {
  if (visitorIds.length === 0) return Promise.resolve([]);
  return rowsOf(
    tx,
    sql`
      select u.subject_id as "visitorId", g.id as "groupId", g.name as "group", u.period,
        u.question_count as used,
        case u.period when 'day' then l.visitor_per_day else l.visitor_per_month end as most
      from access_groups g join group_limits l on l.group_id = g.id
      cross join unnest(${uuidArray(visitorIds)}) as person_id
      join group_usage u on u.group_id = g.id and u.subject_id = person_id
        and u.starts_at = date_trunc(u.period, now(), 'UTC')
      where g.twin_id = ${twinId}::uuid
        and case u.period when 'day' then l.visitor_per_day else l.visitor_per_month end is not null
      order by g.rank, g.id, u.period`,
  );
}
