import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Outcome } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { type Channel, conversations } from "../tables/conversations.ts";
import { visitors } from "../tables/visitors.ts";
import { behind, type Position } from "./after.ts";
import { all, type HappenedFilter, happened } from "./event-slice.ts";
import { searchMessages } from "./message-words.ts";

export interface ConversationsFilter extends HappenedFilter {
  twinId: string;
  channel?: Channel | undefined;
  search?: string | undefined;
  visitorId?: string | undefined;
  flagged?: boolean | undefined;
  reviewed?: boolean | undefined;
  tag?: string | undefined;
  conversationIds?: readonly string[] | undefined;
}

/** Someone came in and has not said anything. */
const isSilentVisit = and(isNotNull(conversations.visitorId), eq(conversations.title, ""));

const shown = {
  ...getTableColumns(conversations),
  visitor: {
    id: visitors.id,
    name: visitors.name,
    email: visitors.email,
    verifiedAt: visitors.verifiedAt,
  },
};

/** The last spoken in comes first; visitors who asked nothing are not told of. */
export async function listConversations(
  tx: TenantTx,
  filter: ConversationsFilter & { after?: Position | null; limit: number },
): Promise<ListedConversation[]> {
  const conditions = await conditionsOf(tx, filter);
  const position = { time: conversations.updatedAt, id: conversations.id };
  return showFirst(tx, {
    where: [...conditions, behind(position, filter.after)],
    order: [desc(conversations.updatedAt), desc(conversations.id)],
    limit: filter.limit,
  });
}

/** The same ones in the order they began, which nothing that is said meanwhile changes. */
export async function listConversationsBegun(
  tx: TenantTx,
  filter: ConversationsFilter & { afterId: string | null; limit: number },
): Promise<ListedConversation[]> {
  const conditions = await conditionsOf(tx, filter);
  return showFirst(tx, {
    where: [...conditions, filter.afterId ? gt(conversations.id, filter.afterId) : undefined],
    order: [asc(conversations.id)],
    limit: filter.limit,
  });
}

interface Page {
  where: (SQL | undefined)[];
  order: SQL[];
  limit: number;
}

/** Chosen by themselves first: visitors are looked up for those that are shown, not for all there are. */
function showFirst(tx: TenantTx, { where, order, limit }: Page) {
  const chosen = on(tx)
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(...where))
    .orderBy(...order)
    .limit(limit);
  return on(tx)
    .select(shown)
    .from(conversations)
    .leftJoin(visitors, eq(visitors.id, conversations.visitorId))
    .where(inArray(conversations.id, chosen))
    .orderBy(...order);
}

export type ListedConversation = Awaited<ReturnType<typeof showFirst>>[number];

/** How many there are, counted to `most` and no further. */
export async function countConversations(
  tx: TenantTx,
  { most, ...filter }: ConversationsFilter & { most: number },
): Promise<number> {
  const conditions = await conditionsOf(tx, filter);
  const some = on(tx)
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(...conditions))
    .limit(most)
    .as("some");
  return on(tx).$count(some);
}

async function conditionsOf(
  tx: TenantTx,
  { twinId, search, ...filter }: ConversationsFilter,
): Promise<(SQL | undefined)[]> {
  const { channel, shareLinkId, widgetId, visitorId, flagged, reviewed, tag, conversationIds } =
    filter;
  if (search) await searchMessages(tx, { twinId, search });
  const events = happened(twinId, filter);
  return [
    eq(conversations.twinId, twinId),
    isNull(conversations.deletedAt),
    sql`not (${isSilentVisit})`,
    channel && eq(conversations.channel, channel),
    shareLinkId ? eq(conversations.shareLinkId, shareLinkId) : undefined,
    widgetId ? eq(conversations.widgetId, widgetId) : undefined,
    visitorId ? inArray(conversations.visitorId, recordsOf(tx, visitorId)) : undefined,
    flagged === undefined ? undefined : sql`${conversations.isFlagged} = ${flagged}`,
    reviewed === undefined
      ? undefined
      : sql`(${conversations.reviewedAt} is not null) = ${reviewed}`,
    tag ? sql`${conversations.tags} @> array[${tag}::text]` : undefined,
    conversationIds && inArray(conversations.id, [...conversationIds]),
    search
      ? sql`${conversations.id} in (select w.conversation_id from message_words w where w.twin_id = ${twinId})`
      : undefined,
    events &&
      sql`${conversations.id} in (select e.conversation_id from user_events e where ${all(events)})`,
  ];
}

/** All browsers of one person, by the first. */
function recordsOf(tx: TenantTx, visitorId: string) {
  return on(tx)
    .select({ id: visitors.id })
    .from(visitors)
    .where(or(eq(visitors.id, visitorId), eq(visitors.mergedIntoId, visitorId)));
}

export interface FiguresRow {
  conversationId: string;
  questions: number;
  outcomes: Partial<Record<Outcome, number>>;
  lowestSupport: number | null;
  up: number;
  down: number;
  language: string | null;
}

/** What came of the questions of each of these. */
export async function listConversationFigures(
  tx: TenantTx,
  conversationIds: readonly string[],
): Promise<FiguresRow[]> {
  if (conversationIds.length === 0) return [];
  return rowsOf<FiguresRow>(
    tx,
    sql`
      select conversation_id as "conversationId",
        count(*) filter (where kind = 'question_asked')::int as questions,
        ${outcomes} as outcomes,
        min(supported_share) filter (where outcome = 'answered') as "lowestSupport",
        count(*) filter (where rating = 'up')::int as up,
        count(*) filter (where rating = 'down')::int as down,
        min(language) filter (where is_first) as language
      from user_events
      where conversation_id = any (${`{${conversationIds.join(",")}}`}::uuid[])
      group by conversation_id`,
  );
}

const ofOutcome = (name: Outcome) =>
  sql.raw(
    `'${name}', nullif(count(*) filter (where kind = 'answer_ended' and outcome = '${name}'), 0)`,
  );
const outcomes = sql`json_strip_nulls(json_build_object(${sql.join(
  (["answered", "verified", "unsupported", "refused", "failed", "stopped"] as const).map(ofOutcome),
  sql`, `,
)}))`;
