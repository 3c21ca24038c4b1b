import { eq, inArray, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversations } from "../tables/conversations.ts";
import { messages } from "../tables/messages.ts";
import { visitorSessions, visitors } from "../tables/visitors.ts";
import { list } from "./kept-rows.ts";
import { listRecordsOf } from "./persons.ts";

/** Everything by which a row can name a visitor, and where they gave an address. */
export interface VisitorTraces {
  twinId: string;
  /** Those of one person: a browser each. */
  visitorIds: string[];
  ids: string[];
  conversationIds: string[];
  email: string | null;
}

export async function findVisitorTraces(
  tx: TenantTx,
  visitorId: string,
): Promise<VisitorTraces | undefined> {
  const [visitor] = await on(tx)
    .select({ twinId: visitors.twinId, email: visitors.email })
    .from(visitors)
    .where(eq(visitors.id, visitorId));
  if (!visitor) return undefined;
  const visitorIds = await listRecordsOf(tx, visitorId);
  const { id } = conversations;
  const talks = await on(tx)
    .select({ id })
    .from(conversations)
    .where(inArray(conversations.visitorId, visitorIds));
  const conversationIds = talks.map((row) => row.id);
  const said = conversationIds.length
    ? await on(tx)
        .select({ id: messages.id })
        .from(messages)
        .where(inArray(messages.conversationId, conversationIds))
    : [];
  const ids = [...visitorIds, ...conversationIds, ...said.map((row) => row.id)];
  return { ...visitor, visitorIds, ids, conversationIds };
}

/** Their tokens open nothing from now on, and nobody sees what they said. */
export async function shutVisitor(tx: TenantTx, visitorId: string): Promise<void> {
  const visitorIds = await listRecordsOf(tx, visitorId);
  if (visitorIds.length === 0) return;
  await on(tx)
    .update(visitors)
    .set({ blockedAt: sql`coalesce(${visitors.blockedAt}, now())` })
    .where(inArray(visitors.id, visitorIds));
  await on(tx)
    .update(visitorSessions)
    .set({ endedAt: sql`coalesce(${visitorSessions.endedAt}, now())` })
    .where(inArray(visitorSessions.visitorId, visitorIds));
  await on(tx)
    .update(conversations)
    .set({ deletedAt: sql`coalesce(${conversations.deletedAt}, now())` })
    .where(inArray(conversations.visitorId, visitorIds));
}

const UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * What no foreign key leads to: copies of their questions that nobody else asked, what webhooks were told,
 * their place in lists and counts, and jobs about them.
 */
export async function deleteLooseTraces(
  tx: TenantTx,
  { twinId, visitorIds, ids, conversationIds, email }: VisitorTraces,
): Promise<void> {
  const [all, talks, people] = [list(ids), list(conversationIds), list(visitorIds)];
  const namesOne = (text: ReturnType<typeof sql>) =>
    sql`exists (select from regexp_matches(lower(${text}), ${UUIDS}, 'g') as found
      where found[1]::uuid = any (${all}::uuid[]))`;
  const asked = (question: ReturnType<typeof sql>) => sql`(
    exists (select from messages own where own.conversation_id = any (${talks}::uuid[])
      and own.role = 'user' and btrim(own.text) = ${question})
    and not exists (select from messages other where other.twin_id = ${twinId} and other.role = 'user'
      and btrim(other.text) = ${question} and other.conversation_id <> all (${talks}::uuid[])))`;
  const others = sql`select question from question_members other
    where other.cluster_id = c.id and other.conversation_id <> all (${talks}::uuid[])`;
  const statements = [
    sql`delete from question_clusters c where twin_id = ${twinId} and not exists (${others})
      and exists (select from question_members own
        where own.cluster_id = c.id and own.conversation_id = any (${talks}::uuid[]))`,
    sql`update question_clusters c set title = coalesce((${others} limit 1), title)
      where twin_id = ${twinId} and ${asked(sql`title`)}`,
    sql`delete from clarifications where twin_id = ${twinId}
      and (${asked(sql`question`)} or (times_asked = 1 and message_id = any (${all}::uuid[])))`,
    sql`delete from verified_near_misses where twin_id = ${twinId} and ${asked(sql`question`)}`,
    sql`delete from deliveries where twin_id = ${twinId} and ${namesOne(sql`body`)}`,
    sql`delete from group_usage where twin_id = ${twinId} and subject_id = any (${people}::uuid[])`,
    sql`delete from usage_counters where subject_id = any (${people}::uuid[])`,
    sql`delete from usage_quotas where subject_id = any (${people}::uuid[])`,
    sql`delete from notices where (twin_id is null or twin_id = ${twinId})
      and (subject_id = any (${all}::uuid[]) or ${namesOne(sql`details::text`)})`,
    sql`delete from jobs where (twin_id is null or twin_id = ${twinId}) and status <> 'running'
      and (subject_id = any (${all}::uuid[]) or ${namesOne(sql`payload::text || coalesce(result::text, '')`)})`,
    sql`delete from group_memberships where twin_id = ${twinId} and kind = 'visitor'
      and value = any (${people}::text[])`,
    sql`delete from group_memberships where twin_id = ${twinId} and kind = 'email' and value = lower(${email})
      and not exists (select from visitors other
        where other.twin_id = ${twinId} and other.id <> all (${people}::uuid[]) and lower(other.email) = lower(${email}))`,
  ];
  for (const statement of statements) await on(tx).execute(statement);
}

/** So many conversations of visitors, or of a twin, with all that was said there; gives how many there were. */
export async function deleteSomeConversations(
  tx: TenantTx,
  { of, ids, limit }: { of: "visitor_id" | "twin_id"; ids: readonly string[]; limit: number },
): Promise<number> {
  const gone = await rowsOf(
    tx,
    sql`delete from conversations where id in (
      select id from conversations where ${sql.identifier(of)} = any (${list(ids)}::uuid[]) limit ${limit}) returning id`,
  );
  return gone.length;
}

/** With the other records of the same person, which point to this one. */
export async function deleteVisitor(tx: TenantTx, visitorId: string): Promise<void> {
  await on(tx).delete(visitors).where(eq(visitors.id, visitorId));
}
