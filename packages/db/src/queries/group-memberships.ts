import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { MembershipKind } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { accessGroups, groupMemberships } from "../tables/access-groups.ts";
import { uuidArray } from "./reach.ts";

export interface Member {
  kind: MembershipKind;
  value: string;
}

/** A way in, whose visitors are all in the groups that it is in. */
export interface MemberWay {
  kind: Extract<MembershipKind, "link" | "widget" | "key">;
  id: string;
}

/** Of all these groups, each group's in the order of their kinds. */
export function listMembers(
  tx: TenantTx,
  groupIds: readonly string[],
): Promise<(Member & { groupId: string })[]> {
  if (groupIds.length === 0) return Promise.resolve([]);
  const { groupId, kind, value } = groupMemberships;
  return on(tx)
    .select({ groupId, kind, value })
    .from(groupMemberships)
    .where(inArray(groupId, [...groupIds]))
    .orderBy(asc(kind), asc(value));
}

/** Those of these kinds are these from now on. */
export async function replaceMembers(
  tx: TenantTx,
  group: { id: string; twinId: string },
  { kinds, members }: { kinds: readonly MembershipKind[]; members: readonly Member[] },
): Promise<void> {
  if (kinds.length === 0) return;
  const { groupId, kind } = groupMemberships;
  await on(tx)
    .delete(groupMemberships)
    .where(and(eq(groupId, group.id), inArray(kind, [...kinds])));
  const rows = members.map((member) => ({ ...member, groupId: group.id, twinId: group.twinId }));
  if (rows.length > 0) await on(tx).insert(groupMemberships).values(rows).onConflictDoNothing();
}

/** By one of a key, a key may be in groups of several twins. */
export async function replaceGroupsOf(
  tx: TenantTx,
  { kind, id }: MemberWay,
  groups: readonly { id: string; twinId: string }[],
): Promise<void> {
  const isIts = and(eq(groupMemberships.kind, kind), eq(groupMemberships.value, id));
  await on(tx).delete(groupMemberships).where(isIts);
  const rows = groups.map(({ id: groupId, twinId }) => ({ groupId, twinId, kind, value: id }));
  if (rows.length > 0) await on(tx).insert(groupMemberships).values(rows);
}

/** What takes the place of another is in its groups. */
export async function copyGroups(
  tx: TenantTx,
  { kind, from, to }: { kind: MemberWay["kind"]; from: string; to: string },
): Promise<void> {
  await on(tx).execute(sql`
    insert into group_memberships (twin_id, group_id, kind, value)
    select twin_id, group_id, kind, ${to} from group_memberships
    where kind = ${kind} and value = ${from}`);
}

/** The groups that each of these ways in puts its visitors into, by the way's id; the first come first. */
export async function listGroupsOfWays(
  tx: TenantTx,
  kind: MemberWay["kind"],
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await on(tx)
    .select({ way: groupMemberships.value, groupId: groupMemberships.groupId })
    .from(groupMemberships)
    .innerJoin(accessGroups, eq(accessGroups.id, groupMemberships.groupId))
    .where(and(eq(groupMemberships.kind, kind), inArray(groupMemberships.value, [...ids])))
    .orderBy(asc(accessGroups.rank), asc(accessGroups.id));
  const byWay = Map.groupBy(rows, ({ way }) => way);
  return new Map([...byWay].map(([way, own]) => [way, own.map(({ groupId }) => groupId)]));
}

/** Of one twin, those that a way in puts its visitors into; the first come first. */
export async function listGroupsOfWay(
  tx: TenantTx,
  twinId: string,
  { kind, id }: MemberWay,
): Promise<string[]> {
  return idsOf(
    tx,
    sql`select g.id from group_memberships m join access_groups g on g.id = m.group_id
        where m.twin_id = ${twinId}::uuid and m.kind = ${kind} and m.value = ${id}
        order by g.rank, g.id`,
  );
}

/** Of one twin, those that whoever holds this visit is in: by the way they came and as whom they are vouched for. */
export async function listGroupsOfVisit(tx: TenantTx, visitorSessionId: string): Promise<string[]> {
  return idsOf(
    tx,
    sql`
      select distinct g.rank, g.id
      from visitor_sessions s
      join visitors v on v.id = s.visitor_id
      left join api_keys k on k.id = s.api_key_id
      cross join lateral (
        values ('link', k.share_link_id::text), ('widget', k.widget_id::text), ('key', k.id::text),
          ('email', s.verified_email), ('domain', split_part(s.verified_email, '@', 2)),
          ('visitor', v.id::text),
          ('visitor', case when s.verified_claims is not null then v.merged_into_id::text end)
        union all select 'claim', unnest(s.verified_claims)
      ) as own (kind, value)
      join group_memberships m
        on m.twin_id = s.twin_id and m.kind = own.kind and m.value = own.value
      join access_groups g on g.id = m.group_id
      where s.id = ${visitorSessionId}::uuid
      order by g.rank, g.id`,
  );
}

/** Those of these groups that are the twin's; the first come first. */
export async function listGroupsAmong(
  tx: TenantTx,
  twinId: string,
  groupIds: readonly string[],
): Promise<string[]> {
  return idsOf(
    tx,
    sql`select id from access_groups
        where twin_id = ${twinId}::uuid and id = any(${uuidArray(groupIds)}) order by rank, id`,
  );
}

async function idsOf(tx: TenantTx, query: Parameters<typeof rowsOf>[1]): Promise<string[]> {
  return (await rowsOf<{ id: string }>(tx, query)).map(({ id }) => id);
}
