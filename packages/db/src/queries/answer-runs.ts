import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { messageEvents, messages } from "../tables/messages.ts";

/** A lease that was renewed less than this ago is long enough. */
const RENEW_AFTER_SECONDS = 5;
const UNFINISHED = inArray(messages.status, ["pending", "streaming"]);

export interface UnkeptAnswer {
  messageId: string;
  /** Null: nothing was said since the last time, and its lease is kept. */
  news: { text: string; events: readonly KeptEvent[] } | null;
}

export interface KeptEvent {
  sequence: number;
}

/** What followers in other processes, and whoever stops an answer, have to say to the one that writes it. */
export interface AnswerWishes {
  messageId: string;
  stopRequested: boolean;
  watchedElsewhere: boolean;
}

/**
 * Keeps what was said since the last time, with the leases; all answers together, in one round trip
 * after the other statements of a transaction. One that has ended elsewhere gets no wishes.
 */
export async function keepAnswers(
  tx: TenantTx,
  answers: readonly UnkeptAnswer[],
  { leaseSeconds }: { leaseSeconds: number },
): Promise<AnswerWishes[]> {
  const [wishes] = await Promise.all([
    listWishes(
      tx,
      answers.map(({ messageId }) => messageId),
    ),
    renewLeases(tx, answers, leaseSeconds),
    insertEvents(tx, answers),
  ]);
  return wishes;
}

function listWishes(tx: TenantTx, messageIds: readonly string[]): Promise<AnswerWishes[]> {
  return on(tx)
    .select({
      messageId: messages.id,
      stopRequested: sql<boolean>`${messages.stopRequestedAt} is not null`,
      watchedElsewhere: sql<boolean>`coalesce(${messages.watchedUntil} > now(), false)`,
    })
    .from(messages)
    .where(and(sql`${messages.id} = any(${`{${messageIds.join(",")}}`}::uuid[])`, UNFINISHED));
}

async function renewLeases(
  tx: TenantTx,
  answers: readonly UnkeptAnswer[],
  leaseSeconds: number,
): Promise<void> {
  const kept = answers.map(({ messageId: id, news }) => ({ id, text: news?.text ?? null }));
  await on(tx).execute(sql`
    update messages
    set text = coalesce(kept.text, messages.text), status = 'streaming',
      lease_until = now() + make_interval(secs => ${leaseSeconds}::int)
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept (id uuid, text text)
    where messages.id = kept.id and messages.status in ('pending', 'streaming')
      and (kept.text is not null
        or messages.lease_until < now() + make_interval(secs => ${leaseSeconds - RENEW_AFTER_SECONDS}::int))`);
}

/** The events of one answer that were said together are one row, under the number of the last. */
async function insertEvents(tx: TenantTx, answers: readonly UnkeptAnswer[]): Promise<void> {
  const rows = answers.flatMap(({ messageId, news }) => {
    const last = news?.events.at(-1);
    return last ? [{ id: messageId, sequence: last.sequence, events: news?.events }] : [];
  });
  if (rows.length === 0) return;
  await on(tx).execute(sql`
    insert into message_events (twin_id, message_id, sequence, event)
    select messages.twin_id, messages.id, said.sequence, said.events
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as said (id uuid, sequence int, events jsonb)
    join messages on messages.id = said.id and messages.status in ('pending', 'streaming')
    on conflict do nothing`);
}

export async function listMessageEvents(
  tx: TenantTx,
  { messageId, after }: { messageId: string; after: number },
): Promise<KeptEvent[]> {
  const rows = await on(tx)
    .select({ events: messageEvents.event })
    .from(messageEvents)
    .where(and(eq(messageEvents.messageId, messageId), gt(messageEvents.sequence, after)))
    .orderBy(asc(messageEvents.sequence));
  return rows.flatMap(({ events }) => events).filter(({ sequence }) => sequence > after);
}

/** Says, from any process, that someone follows the answer. */
export async function watchAnswer(
  tx: TenantTx,
  { messageId, seconds }: { messageId: string; seconds: number },
): Promise<void> {
  await on(tx)
    .update(messages)
    .set({ watchedUntil: sql`now() + make_interval(secs => ${seconds})` })
    .where(and(eq(messages.id, messageId), UNFINISHED));
}

/** Says, in any process, that the answer is to stop. */
export async function requestStop(tx: TenantTx, messageId: string): Promise<void> {
  await on(tx)
    .update(messages)
    .set({ stopRequestedAt: sql`coalesce(${messages.stopRequestedAt}, now())` })
    .where(and(eq(messages.id, messageId), UNFINISHED));
}

/** The answer, still under way, to a question that was asked under a key that begins so. */
export async function findUnfinishedAnswer(
  tx: TenantTx,
  { keyPrefix }: { keyPrefix: string },
): Promise<string | undefined> {
  const questions = alias(messages, "questions");
  const [answer] = await on(tx)
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(questions, eq(questions.id, messages.replyToId))
    .where(and(UNFINISHED, sql`starts_with(${questions.idempotencyKey}, ${keyPrefix})`))
    .limit(1);
  return answer?.id;
}

/** After an answer has ended its text says all that its events said. */
export async function deleteMessageEvents(tx: TenantTx, messageId: string): Promise<void> {
  await on(tx).delete(messageEvents).where(eq(messageEvents.messageId, messageId));
}
