import { and, asc, desc, eq, getTableColumns, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { VisitorSource } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { visitors } from "../tables/visitors.ts";
import { uuidArray } from "./reach.ts";
import { inGroups } from "./visitor-groups.ts";
import { matchesSearch } from "./visitor-words.ts";

const LOOKED_AT = 5_000;

export interface VisitorsFilter {
  twinId: string;
  search?: string | undefined;
  tag?: string | undefined;
  accessGroupId?: string | undefined;
  source?: VisitorSource | undefined;
  /** From is counted in, to is not. */
  firstSeenFrom?: string | undefined;
  firstSeenTo?: string | undefined;
  lastSeenFrom?: string | undefined;
  lastSeenTo?: string | undefined;
  blocked?: boolean | undefined;
  consent?: boolean | undefined;
}

export type VisitorSort = "lastSeen" | "messages";
/** What the last row of a page was sorted by, and its id. */
export type VisitorPosition = readonly [string | number, string];

const { tenantId: _tenantId, resumeHash: _resumeHash, ...shown } = getTableColumns(visitors);
export type PersonRow = Omit<typeof visitors.$inferSelect, "tenantId" | "resumeHash">;

/** First records only: what several browsers of one person did is theirs. */
export async function listVisitors(
  tx: TenantTx,
  page: VisitorsFilter & { sort: VisitorSort; after: VisitorPosition | null; limit: number },
): Promise<PersonRow[]> {
  const { sort, after, limit, ...filter } = page;
  const conditions = await conditionsOf(tx, filter);
  const by = sort === "messages" ? visitors.questionCount : visitors.lastSeenAt;
  const value = sort === "messages" ? sql`${after?.[0]}::int` : sql`${after?.[0]}::timestamptz`;
  return on(tx)
    .select(shown)
    .from(visitors)
    .where(
      and(
        ...conditions,
        after ? sql`(${by}, ${visitors.id}) < (${value}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(by), desc(visitors.id))
    .limit(limit);
}

/** In the order in which they were made, which nothing that they do meanwhile changes. */
export async function listVisitorsByAge(
  tx: TenantTx,
  { afterId, limit, ...filter }: VisitorsFilter & { afterId: string | null; limit: number },
): Promise<PersonRow[]> {
  const conditions = await conditionsOf(tx, filter);
  return on(tx)
    .select(shown)
    .from(visitors)
    .where(and(...conditions, afterId ? gt(visitors.id, afterId) : undefined))
    .orderBy(asc(visitors.id))
    .limit(limit);
}

/** How many there are, counted to `most` and no further. */
export async function countVisitors(
  tx: TenantTx,
  { most, ...filter }: VisitorsFilter & { most: number },
): Promise<number> {
  const conditions = await conditionsOf(tx, filter);
  const some = on(tx)
    .select({ id: visitors.id })
    .from(visitors)
    .where(and(...conditions))
    .limit(most)
    .as("some");
  return on(tx).$count(some);
}

async function conditionsOf(
  tx: TenantTx,
  { twinId, search, ...filter }: VisitorsFilter,
): Promise<(SQL | undefined)[]> {
  const { tag, accessGroupId, source, blocked, consent } = filter;
  const from = (column: SQL, value: string | undefined) =>
    value === undefined ? undefined : sql`${column} >= ${value}::timestamptz`;
  const to = (column: SQL, value: string | undefined) =>
    value === undefined ? undefined : sql`${column} < ${value}::timestamptz`;
  const [first, last] = [sql`${visitors.createdAt}`, sql`${visitors.lastSeenAt}`];
  return [
    eq(visitors.twinId, twinId),
    isNull(visitors.mergedIntoId),
    search ? await matchesSearch(tx, twinId, search) : undefined,
    tag ? sql`${visitors.tags} @> array[${tag}::text]` : undefined,
    accessGroupId
      ? sql`${visitors.id} in (select person_id from (
          ${inGroups(sql`v.twin_id = ${twinId}::uuid and m.group_id = ${accessGroupId}::uuid`)}) members)`
      : undefined,
    source && eq(visitors.source, source),
    from(first, filter.firstSeenFrom),
    to(first, filter.firstSeenTo),
    from(last, filter.lastSeenFrom),
    to(last, filter.lastSeenTo),
    blocked === undefined ? undefined : sql`(${visitors.blockedAt} is not null) = ${blocked}`,
    consent === undefined ? undefined : sql`(${visitors.consentAt} is not null) = ${consent}`,
  ];
}

/** How often each of these people came to talk, in whichever browser. */
export async function countConversationsOf(
  tx: TenantTx,
  visitorIds: readonly string[],
): Promise<Map<string, number>> {
  if (visitorIds.length === 0) return new Map();
  const ids = uuidArray(visitorIds);
  const rows = await rowsOf<{ visitorId: string; conversations: number }>(
    tx,
    sql`
      select coalesce(v.merged_into_id, v.id) as "visitorId", count(*)::int as conversations
      from visitors v join conversations c on c.visitor_id = v.id
      where (v.id = any(${ids}) or v.merged_into_id = any(${ids})) and c.title <> '' and c.deleted_at is null
      group by 1`,
  );
  return new Map(rows.map(({ visitorId, conversations }) => [visitorId, conversations]));
}

/** The tags of those of a twin's people who were seen last, the commonest first. */
export async function listVisitorTags(tx: TenantTx, twinId: string): Promise<string[]> {
  const rows = await rowsOf<{ tag: string }>(
    tx,
    sql`select tag
        from (
          select tags from visitors where twin_id = ${twinId}::uuid
          order by last_seen_at desc, id desc limit ${LOOKED_AT}
        ) seen
        cross join unnest(seen.tags) tag
        group by tag order by count(*) desc, tag limit 100`,
  );
  return rows.map(({ tag }) => tag);
}
