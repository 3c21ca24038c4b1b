import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { contentPermissions } from "../tables/access-groups.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";

/** What can be for some only: a source or belief, or a verified answer. */
export type ContentKind = "source" | "verifiedAnswer";
export interface Content {
  kind: ContentKind;
  id: string;
}

const columnOf = (kind: ContentKind) =>
  kind === "source" ? contentPermissions.sourceId : contentPermissions.verifiedQnaId;

export interface GroupContent extends Content {
  groupId: string;
  title: string;
  isBelief: boolean;
}

/** All that is open to these groups and not to everybody. */
export async function listGroupContent(
  tx: TenantTx,
  groupIds: readonly string[],
): Promise<GroupContent[]> {
  if (groupIds.length === 0) return [];
  const rows = await on(tx)
    .select({
      groupId: contentPermissions.groupId,
      sourceId: contentPermissions.sourceId,
      verifiedId: contentPermissions.verifiedQnaId,
      title: sql<string>`coalesce(${sources.title}, ${verifiedQna.question})`,
      isBelief: sql<boolean>`coalesce(${sources.kind} = 'belief', false)`,
    })
    .from(contentPermissions)
    .leftJoin(sources, eq(sources.id, contentPermissions.sourceId))
    .leftJoin(verifiedQna, eq(verifiedQna.id, contentPermissions.verifiedQnaId))
    .where(and(inArray(contentPermissions.groupId, [...groupIds]), isNull(sources.deletedAt)))
    .orderBy(sql`4, 1`);
  return rows.map(({ sourceId, verifiedId, ...row }) =>
    sourceId
      ? { ...row, kind: "source", id: sourceId }
      : { ...row, kind: "verifiedAnswer", id: verifiedId! },
  );
}

/** The groups that a thing is open to; null: it is for everybody. Undefined: it is not there. */
export async function findVisibility(
  tx: TenantTx,
  { kind, id }: Content,
): Promise<{ twinId: string; groupIds: string[] | null; parentId: string | null } | undefined> {
  const thing = await findContent(tx, { kind, id });
  if (!thing) return undefined;
  const { twinId, parentId } = thing;
  if (!thing.isRestricted) return { twinId, parentId, groupIds: null };
  const rows = await on(tx)
    .select({ groupId: contentPermissions.groupId })
    .from(contentPermissions)
    .where(eq(columnOf(kind), id));
  return { twinId, parentId, groupIds: rows.map(({ groupId }) => groupId) };
}

async function findContent(tx: TenantTx, { kind, id }: Content) {
  if (kind === "source") {
    const { twinId, parentId, isRestricted } = sources;
    const [row] = await on(tx)
      .select({ twinId, parentId, isRestricted })
      .from(sources)
      .where(and(eq(sources.id, id), isNull(sources.deletedAt)));
    return row;
  }
  const { twinId, isRestricted } = verifiedQna;
  const parentId = verifiedQna.sourceId;
  const [row] = await on(tx)
    .select({ twinId, parentId, isRestricted })
    .from(verifiedQna)
    .where(eq(verifiedQna.id, id));
  return row;
}

/** Those of these that the twin has. */
export async function countContent(
  tx: TenantTx,
  twinId: string,
  { kind, ids }: { kind: ContentKind; ids: readonly string[] },
): Promise<number> {
  if (ids.length === 0) return 0;
  const where: SQL | undefined =
    kind === "source"
      ? and(inArray(sources.id, [...ids]), eq(sources.twinId, twinId), isNull(sources.deletedAt))
      : and(inArray(verifiedQna.id, [...ids]), eq(verifiedQna.twinId, twinId));
  return on(tx).$count(kind === "source" ? sources : verifiedQna, where);
}

/** From now on for the groups that it is opened to, or for everybody. */
export async function restrict(
  tx: TenantTx,
  { kind, ids, isRestricted }: { kind: ContentKind; ids: readonly string[]; isRestricted: boolean },
): Promise<void> {
  if (ids.length === 0) return;
  const table = kind === "source" ? sources : verifiedQna;
  await on(tx)
    .update(table)
    .set({ isRestricted, updatedAt: sql`${table.updatedAt}` })
    .where(inArray(table.id, [...ids]));
}

/** Of this kind, the group is opened these and no others. */
export async function replaceGroupContent(
  tx: TenantTx,
  group: { id: string; twinId: string },
  { kind, ids }: { kind: ContentKind; ids: readonly string[] },
): Promise<void> {
  const isOfKind = isNotNull(columnOf(kind));
  await on(tx)
    .delete(contentPermissions)
    .where(and(eq(contentPermissions.groupId, group.id), isOfKind));
  await open(
    tx,
    ids.map((id) => ({ kind, id, groupId: group.id, twinId: group.twinId })),
  );
}

/** The thing is opened to these groups and no others. */
export async function replaceGroupsOfContent(
  tx: TenantTx,
  { kind, id, twinId }: Content & { twinId: string },
  groupIds: readonly string[],
): Promise<void> {
  await on(tx)
    .delete(contentPermissions)
    .where(eq(columnOf(kind), id));
  await open(
    tx,
    groupIds.map((groupId) => ({ kind, id, groupId, twinId })),
  );
}

interface Opening extends Content {
  groupId: string;
  twinId: string;
}

async function open(tx: TenantTx, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  const rows = openings.map(({ kind, id, ...of }) =>
    kind === "source" ? { ...of, sourceId: id } : { ...of, verifiedQnaId: id },
  );
  await on(tx).insert(contentPermissions).values(rows);
}
