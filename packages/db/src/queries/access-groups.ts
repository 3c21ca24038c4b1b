import { asc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { accessGroups, groupLimits, groupOverrides } from "../tables/access-groups.ts";
import { twins } from "../tables/twins.ts";
import { usageCounters, usageQuotas } from "../tables/usage.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(accessGroups);
const { visitorPerDay, visitorPerMonth, groupPerDay, groupPerMonth } = groupLimits;
const limits = { visitorPerDay, visitorPerMonth, groupPerDay, groupPerMonth };

export type AccessGroupRow = Awaited<ReturnType<typeof selectGroups>>[number];
export type GroupLimits = Record<keyof typeof limits, number | null>;

/** Behind those that the twin has. A name that one of them has breaks `access_groups_name_unique`. */
export async function insertAccessGroup(
  tx: TenantTx,
  values: { twinId: string; name: string; description: string },
): Promise<string> {
  const last = sql`(select coalesce(max(rank), 0) + 1 from access_groups where twin_id = ${values.twinId}::uuid)`;
  const row = { ...values, rank: last };
  return one(await on(tx).insert(accessGroups).values(row).returning({ id: accessGroups.id })).id;
}

export async function findAccessGroup(
  tx: TenantTx,
  groupId: string,
): Promise<AccessGroupRow | undefined> {
  const [row] = await selectGroups(tx).where(eq(accessGroups.id, groupId));
  return row;
}

/** In their order. */
export function listAccessGroups(tx: TenantTx, twinId: string): Promise<AccessGroupRow[]> {
  return selectGroups(tx)
    .where(eq(accessGroups.twinId, twinId))
    .orderBy(asc(accessGroups.rank), asc(accessGroups.id));
}

export interface GroupOfTenant {
  id: string;
  name: string;
  twinName: string;
  groupPerDay: number | null;
  groupPerMonth: number | null;
}

const MOST_GROUPS = 500;

/** Of every twin that was not removed, with how much each as a whole may ask. */
export function listGroupsOfTenant(tx: TenantTx): Promise<GroupOfTenant[]> {
  const { id, name, twinId, rank } = accessGroups;
  return on(tx)
    .select({ id, name, twinName: twins.name, groupPerDay, groupPerMonth })
    .from(accessGroups)
    .innerJoin(twins, eq(twins.id, twinId))
    .leftJoin(groupLimits, eq(groupLimits.groupId, id))
    .where(isNull(twins.deletedAt))
    .orderBy(asc(twins.name), asc(twinId), asc(rank), asc(id))
    .limit(MOST_GROUPS);
}

export async function updateAccessGroup(
  tx: TenantTx,
  { groupId, changes }: { groupId: string; changes: { name?: string; description?: string } },
): Promise<void> {
  await on(tx)
    .update(accessGroups)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(accessGroups.id, groupId));
}

/** Numbers them as they are given. */
export async function rankAccessGroups(tx: TenantTx, groupIds: readonly string[]): Promise<void> {
  for (const [i, groupId] of groupIds.entries()) {
    await on(tx)
      .update(accessGroups)
      .set({ rank: i + 1 })
      .where(eq(accessGroups.id, groupId));
  }
}

/** With all that says who is in it, and its quota; what was for it alone is for nobody then. */
export async function deleteAccessGroup(tx: TenantTx, groupId: string): Promise<void> {
  await on(tx).delete(usageQuotas).where(eq(usageQuotas.subjectId, groupId));
  await on(tx).delete(usageCounters).where(eq(usageCounters.subjectId, groupId));
  await on(tx).delete(accessGroups).where(eq(accessGroups.id, groupId));
}

export async function saveGroupLimits(
  tx: TenantTx,
  group: { id: string; twinId: string },
  changes: Partial<GroupLimits>,
): Promise<void> {
  await on(tx)
    .insert(groupLimits)
    .values({ ...changes, groupId: group.id, twinId: group.twinId })
    .onConflictDoUpdate({
      target: groupLimits.groupId,
      set: { ...changes, updatedAt: sql`now()` },
    });
}

export async function saveGroupOverrides(
  tx: TenantTx,
  group: { id: string; twinId: string },
  overrides: object,
): Promise<void> {
  await on(tx)
    .insert(groupOverrides)
    .values({ overrides, groupId: group.id, twinId: group.twinId })
    .onConflictDoUpdate({
      target: groupOverrides.groupId,
      set: { overrides, updatedAt: sql`now()` },
    });
}

/** Of a twin's draft, by the group's id. */
export async function listGroupOverrides(
  tx: TenantTx,
  twinId: string,
): Promise<Record<string, object>> {
  const rows = await on(tx)
    .select({ groupId: groupOverrides.groupId, overrides: groupOverrides.overrides })
    .from(groupOverrides)
    .where(eq(groupOverrides.twinId, twinId))
    .orderBy(asc(groupOverrides.groupId));
  return Object.fromEntries(rows.map(({ groupId, overrides }) => [groupId, overrides]));
}

/** Of those of these groups that have any. */
export function listGroupLimits(
  tx: TenantTx,
  groupIds: readonly string[],
): Promise<(GroupLimits & { groupId: string; twinId: string })[]> {
  if (groupIds.length === 0) return Promise.resolve([]);
  return on(tx)
    .select({ ...limits, groupId: groupLimits.groupId, twinId: groupLimits.twinId })
    .from(groupLimits)
    .where(inArray(groupLimits.groupId, [...groupIds]))
    .orderBy(asc(groupLimits.groupId));
}

function selectGroups(tx: TenantTx) {
  return on(tx)
    .select({ ...own, ...limits, overrides: groupOverrides.overrides })
    .from(accessGroups)
    .leftJoin(groupLimits, eq(groupLimits.groupId, accessGroups.id))
    .leftJoin(groupOverrides, eq(groupOverrides.groupId, accessGroups.id));
}
