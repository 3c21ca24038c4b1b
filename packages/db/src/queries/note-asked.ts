import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AskedBecause } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversations } from "../tables/conversations.ts";
import { messages } from "../tables/messages.ts";
import { questionClusters, questionMembers } from "../tables/question-clusters.ts";
import { visitors } from "../tables/visitors.ts";
import { one } from "./one.ts";

export interface AskedNow {
  twinId: string;
  question: string;
  questionKey: string;
  /** What it was answered with. */
  messageId: string;
  /** The key that asked; null: somebody did. */
  apiKeyId: string | null;
  because: AskedBecause;
}

/**
 * Counts a question to the cluster of those with the same words, or opens one for it: at once in the
 * inbox, and put beside others by meaning later. True when that is to be done.
 */
export async function noteAsked(tx: TenantTx, asked: AskedNow): Promise<boolean> {
  const { twinId, questionKey, question: title } = asked;
  const known = await findPlace(tx, { twinId, questionKey });
  const place = known ?? { clusterId: await openCluster(tx, { twinId, title }), placedAt: null };
  const { isNew, id } = await saveMember(tx, { ...asked, ...place });
  if (known)
    await countUp(tx, { ...asked, clusterId: place.clusterId, memberId: isNew ? id : null });
  return known === undefined;
}

/** The same question of an answer that is the owner's own words: where there is a cluster, it counts. */
export async function findClusterAnsweredBy(
  tx: TenantTx,
  verifiedQnaId: string,
): Promise<string | undefined> {
  const [row] = await on(tx)
    .select({ id: questionClusters.id })
    .from(questionClusters)
    .where(eq(questionClusters.verifiedQnaId, verifiedQnaId))
    .limit(1);
  return row?.id;
}

/** Asked again of an answered cluster, and answered as its owner had said. */
export async function noteAnswered(
  tx: TenantTx,
  asked: AskedNow & { clusterId: string },
): Promise<void> {
  const { isNew, id } = await saveMember(tx, { ...asked, placedAt: new Date() });
  await countUp(tx, { ...asked, memberId: isNew ? id : null });
}

interface Place {
  clusterId: string;
  placedAt: Date | null;
}

async function findPlace(
  tx: TenantTx,
  { twinId, questionKey }: { twinId: string; questionKey: string },
): Promise<Place | undefined> {
  const { clusterId, placedAt } = questionMembers;
  const [row] = await on(tx)
    .select({ clusterId, placedAt })
    .from(questionMembers)
    .where(and(eq(questionMembers.twinId, twinId), eq(questionMembers.questionKey, questionKey)))
    .limit(1);
  return row;
}

/** An empty one, open. */
export async function openCluster(
  tx: TenantTx,
  opened: { twinId: string; title: string },
): Promise<string> {
  const rank = rankOf(sql`1`, sql`now()`);
  const values = { ...opened, rank };
  const rows = on(tx)
    .insert(questionClusters)
    .values(values)
    .returning({ id: questionClusters.id });
  return one(await rows).id;
}

/** One row of whoever asks; what they ask again counts up. */
async function saveMember(
  tx: TenantTx,
  asked: AskedNow & Place,
): Promise<{ id: string; isNew: boolean }> {
  const { apiKeyId, messageId, ...own } = asked;
  const of = await findAsker(tx, { messageId, apiKeyId });
  const { timesAsked, twinId, questionKey, askerId } = questionMembers;
  const { conversationId } = of;
  const rows = await on(tx)
    .insert(questionMembers)
    .values({ ...own, ...of, messageId })
    .onConflictDoUpdate({
      target: [twinId, questionKey, askerId],
      set: {
        timesAsked: sql`${timesAsked} + 1`,
        lastAskedAt: sql`now()`,
        messageId,
        conversationId,
        because: own.because,
      },
    })
    .returning({ id: questionMembers.id, timesAsked });
  const row = one(rows);
  return { id: row.id, isNew: row.timesAsked === 1 };
}

/** Somebody, as far as that is known: a browser that comes back, and those of one person, are the same. */
async function findAsker(
  tx: TenantTx,
  { messageId, apiKeyId }: { messageId: string; apiKeyId: string | null },
) {
  const { visitorId, userId, id: conversationId } = conversations;
  const key = sql`${apiKeyId}::uuid`;
  const rows = await on(tx)
    .select({
      conversationId,
      visitorId,
      askerId: sql<string>`coalesce(${visitors.mergedIntoId}, ${visitorId}, ${userId}, ${key}, ${conversationId})`,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(visitors, eq(visitors.id, visitorId))
    .where(eq(messages.id, messageId));
  return one(rows);
}

interface Counted extends AskedNow {
  clusterId: string;
  /** The row that is new; null: they had asked it before. */
  memberId: string | null;
}

/** What its owner had answered and is not answered now is open again. */
async function countUp(
  tx: TenantTx,
  { clusterId, memberId, messageId, because }: Counted,
): Promise<void> {
  const { people, timesAsked, status, settledAt, cameBackAt } = questionClusters;
  const more =
    memberId === null ? sql`0` : sql`case when ${hasAsked(clusterId, memberId)} then 0 else 1 end`;
  const asked = sql`(select created_at from messages where id = ${messageId})`;
  const isBack =
    because === "verified" ? sql`false` : sql`(${status} = 'answered' and ${asked} > ${settledAt})`;
  await on(tx)
    .update(questionClusters)
    .set({
      people: sql`${people} + ${more}`,
      timesAsked: sql`${timesAsked} + 1`,
      lastAskedAt: sql`now()`,
      rank: rankOf(sql`${people} + ${more}`, sql`now()`),
      cameBackAt: sql`case when ${isBack} then now() else ${cameBackAt} end`,
      status: sql`case when ${isBack} then 'open' else ${status} end`,
    })
    .where(eq(questionClusters.id, clusterId));
}

function hasAsked(clusterId: string, memberId: string): SQL {
  return sql`exists (
    select from question_members own join question_members other
      on other.cluster_id = own.cluster_id and other.asker_id = own.asker_id and other.id <> own.id
    where own.id = ${memberId} and own.cluster_id = ${clusterId})`;
}

const HALF_LIFE_SECONDS = 14 * 24 * 3_600;

/** Twice as many people weigh as much as two weeks: recency counts without being counted anew each day. */
export function rankOf(people: SQL, lastAskedAt: SQL): SQL<number> {
  return sql<number>`ln(1 + ${people}) / ln(2) + extract(epoch from ${lastAskedAt}) / ${HALF_LIFE_SECONDS}::int`;
}
