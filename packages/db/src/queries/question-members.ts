import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { AskedBecause, ClarificationStatus } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversations } from "../tables/conversations.ts";
import { messages } from "../tables/messages.ts";
import { questionClusters, questionMembers } from "../tables/question-clusters.ts";
import { visitors } from "../tables/visitors.ts";
import { behind, type Position } from "./after.ts";
import { openCluster, rankOf } from "./note-asked.ts";
import { uuidArray } from "./reach.ts";

/** Those who asked, the latest first, with what the twin said; not of conversations that were removed. */
export function listMembers(
  tx: TenantTx,
  { clusterId, after, limit }: { clusterId: string; after: Position | null; limit: number },
) {
  const { id, question, because, timesAsked, firstAskedAt, lastAskedAt, messageId } =
    questionMembers;
  return on(tx)
    .select({
      ...{ id, question, because, timesAsked, firstAskedAt, lastAskedAt, messageId },
      conversationId: questionMembers.conversationId,
      channel: conversations.channel,
      visitorName: visitors.name,
      said: messages.text,
    })
    .from(questionMembers)
    .innerJoin(conversations, eq(conversations.id, questionMembers.conversationId))
    .leftJoin(messages, eq(messages.id, questionMembers.messageId))
    .leftJoin(visitors, eq(visitors.id, questionMembers.visitorId))
    .where(
      and(
        eq(questionMembers.clusterId, clusterId),
        isNull(conversations.deletedAt),
        behind({ time: lastAskedAt, id }, after),
      ),
    )
    .orderBy(desc(lastAskedAt), desc(id))
    .limit(limit);
}

export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

export interface Example {
  clusterId: string;
  id: string;
  question: string;
  because: AskedBecause;
  conversationId: string;
  messageId: string | null;
  lastAskedAt: Date;
}

/** Of each of these the latest few who asked; not of conversations that were removed. */
export async function listExamples(
  tx: TenantTx,
  { clusterIds, each }: { clusterIds: readonly string[]; each: number },
): Promise<Example[]> {
  const rows = await rowsOf<Omit<Example, "lastAskedAt"> & { lastAskedAt: string | Date }>(
    tx,
    sql`
    select wanted.id as "clusterId", m.id, m.question, m.because, m.message_id as "messageId",
      m.conversation_id as "conversationId", m.last_asked_at as "lastAskedAt"
    from unnest(${uuidArray(clusterIds)}) wanted (id)
    cross join lateral (
      select q.* from question_members q
      join conversations c on c.id = q.conversation_id and c.deleted_at is null
      where q.cluster_id = wanted.id
      order by q.last_asked_at desc, q.id desc limit ${each}) m`,
  );
  return rows.map((row) => ({ ...row, lastAskedAt: new Date(row.lastAskedAt) }));
}

/** The different ways in which its questions are put, the commonest first. */
export function listWays(tx: TenantTx, clusterId: string, limit: number) {
  const { question, questionKey } = questionMembers;
  const people = sql<number>`count(*)::int`;
  return on(tx)
    .select({ questionKey, question: sql<string>`min(${question})`, people })
    .from(questionMembers)
    .where(eq(questionMembers.clusterId, clusterId))
    .groupBy(questionKey)
    .orderBy(desc(people), questionKey)
    .limit(limit);
}

export interface RecentQuestion {
  questionKey: string;
  question: string;
  clusterId: string;
  status: ClarificationStatus;
  /** It waits to be put beside the others. */
  isUnplaced: boolean;
}

/** The different questions that were asked last, of the so many latest askings, oldest first. */
export function listRecentQuestions(
  tx: TenantTx,
  { twinId, limit }: { twinId: string; limit: number },
): Promise<RecentQuestion[]> {
  return rowsOf<RecentQuestion>(
    tx,
    sql`
    select m.question_key as "questionKey", min(m.question) as question, m.cluster_id as "clusterId",
      c.status, bool_or(m.placed_at is null) as "isUnplaced"
    from (select * from question_members where twin_id = ${twinId}
      order by last_asked_at desc limit ${limit}) m
    join question_clusters c on c.id = m.cluster_id
    group by m.question_key, m.cluster_id, c.status
    order by min(m.first_asked_at), m.question_key`,
  );
}

export async function hasUnplaced(tx: TenantTx, twinId: string): Promise<boolean> {
  const rows = await on(tx)
    .select({ id: questionMembers.id })
    .from(questionMembers)
    .where(and(eq(questionMembers.twinId, twinId), isNull(questionMembers.placedAt)))
    .limit(1);
  return rows.length > 0;
}

/** They were put beside the others, and stay where they are. */
export async function markPlaced(
  tx: TenantTx,
  { twinId, questionKeys }: { twinId: string; questionKeys: readonly string[] },
): Promise<void> {
  await on(tx)
    .update(questionMembers)
    .set({ placedAt: sql`now()` })
    .where(
      and(
        eq(questionMembers.twinId, twinId),
        inArray(questionMembers.questionKey, [...questionKeys]),
        isNull(questionMembers.placedAt),
      ),
    );
}

/** All questions of some clusters go to another; those stay as a trace that leads there. */
export async function mergeClusters(
  tx: TenantTx,
  { fromIds, intoId }: { fromIds: readonly string[]; intoId: string },
): Promise<void> {
  const from = inArray(questionMembers.clusterId, [...fromIds]);
  await on(tx).update(questionMembers).set({ clusterId: intoId }).where(from);
  await on(tx)
    .update(questionClusters)
    .set({ mergedIntoId: intoId })
    .where(inArray(questionClusters.id, [...fromIds]));
}

/** Some of its questions go to a cluster of their own, open. */
export async function splitCluster(
  tx: TenantTx,
  {
    clusterId,
    questionKeys,
    ...opened
  }: { clusterId: string; questionKeys: readonly string[]; twinId: string; title: string },
): Promise<void> {
  const splitId = await openCluster(tx, opened);
  await on(tx)
    .update(questionMembers)
    .set({ clusterId: splitId })
    .where(
      and(
        eq(questionMembers.clusterId, clusterId),
        inArray(questionMembers.questionKey, [...questionKeys]),
      ),
    );
  await recountCluster(tx, { clusterId });
  await recountCluster(tx, { clusterId: splitId });
}

/** Counts those that changed anew, and calls each what it is to be called. */
export async function recountCluster(
  tx: TenantTx,
  { clusterId, title }: { clusterId: string; title?: string },
): Promise<void> {
  const rank = rankOf(sql`n.people`, sql`n.last_asked_at`);
  await on(tx).execute(sql`
    update question_clusters c
    set people = n.people, times_asked = n.times_asked, first_asked_at = n.first_asked_at,
      last_asked_at = n.last_asked_at, rank = ${rank}, title = coalesce(${title ?? null}, c.title)
    from (select count(distinct coalesce(v.merged_into_id, m.asker_id))::int as people,
        sum(m.times_asked)::int as times_asked, min(m.first_asked_at) as first_asked_at,
        max(m.last_asked_at) as last_asked_at
      from question_members m left join visitors v on v.id = m.visitor_id
      where m.cluster_id = ${clusterId}) n
    where c.id = ${clusterId} and n.people > 0`);
}

export interface Weekly {
  clusterId: string;
  /** Whole weeks ago. */
  weeksAgo: number;
  people: number;
}

/** How many different people asked last in each of the latest weeks. */
export function listTrends(
  tx: TenantTx,
  { clusterIds, weeks }: { clusterIds: readonly string[]; weeks: number },
): Promise<Weekly[]> {
  return rowsOf<Weekly>(
    tx,
    sql`
    select cluster_id as "clusterId", count(distinct asker_id)::int as people,
      floor(extract(epoch from now() - last_asked_at) / 604800)::int as "weeksAgo"
    from question_members
    where cluster_id = any(${uuidArray(clusterIds)})
      and last_asked_at > now() - make_interval(weeks => ${weeks})
    group by 1, 3`,
  );
}

export interface AskedAgain {
  clusterId: string;
  people: number;
  /** Of them, those who were given the owner's answer. */
  given: number;
  lastAskedAt: Date;
}

/** Who asked again since these were answered. */
export async function listAskedAgain(
  tx: TenantTx,
  clusterIds: readonly string[],
): Promise<AskedAgain[]> {
  const { clusterId, askerId, because, lastAskedAt } = questionMembers;
  return on(tx)
    .select({
      clusterId,
      people: sql<number>`count(distinct ${askerId})::int`,
      given: sql<number>`(count(distinct ${askerId}) filter (where ${because} = 'verified'))::int`,
      lastAskedAt: sql<Date>`max(${lastAskedAt})`.mapWith(lastAskedAt),
    })
    .from(questionMembers)
    .innerJoin(questionClusters, eq(questionClusters.id, clusterId))
    .where(and(inArray(clusterId, [...clusterIds]), gt(lastAskedAt, questionClusters.settledAt)))
    .groupBy(clusterId);
}
