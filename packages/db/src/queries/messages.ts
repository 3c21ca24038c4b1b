import { and, asc, desc, eq, getTableColumns, inArray, lt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";
import { type MessageStatus, messages, type Span } from "../tables/messages.ts";
import { touchConversation } from "./conversations.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, trace: _trace, ...shown } = getTableColumns(messages);
export type MessageRow = Omit<typeof messages.$inferSelect, "tenantId" | "trace">;

const TITLE_CHARACTERS = 80;

export interface NewExchange {
  conversationId: string;
  twinId: string;
  message: string;
  /** What answers; null: the draft. */
  releaseId: string | null;
  /** As whom it is answered; null: as someone who may see everything. */
  accessGroupIds: string[] | null;
  idempotencyKey?: string | null;
}

/**
 * The question, and the answer that is to come. Gives their ids. A key that was used in this
 * conversation before is a unique violation of `messages_idempotency_unique`.
 */
export async function insertExchange(
  tx: TenantTx,
  { conversationId, twinId, releaseId, accessGroupIds, message, idempotencyKey }: NewExchange,
): Promise<{ questionId: string; answerId: string }> {
  const place = { conversationId, twinId, releaseId };
  const [questionId, answerId] = [newId(), newId()];
  const inserted = on(tx)
    .insert(messages)
    .values([
      { ...place, id: questionId, role: "user", status: "complete", text: message, idempotencyKey },
      {
        ...place,
        id: answerId,
        role: "assistant",
        status: "pending",
        replyToId: questionId,
        leaseUntil: sql`now() + interval '15 seconds'`,
      },
    ]);
  const title = titleOf(message);
  await Promise.all([inserted, touchConversation(tx, { conversationId, title, accessGroupIds })]);
  return { questionId, answerId };
}

/** Of a long question as many whole words as there is room for. */
function titleOf(message: string): string {
  if (message.length <= TITLE_CHARACTERS) return message;
  return `${message.slice(0, TITLE_CHARACTERS - 1).replace(/\s+\S*$/, "")}…`;
}

export interface EarlierExchange {
  question: MessageRow;
  answer: MessageRow;
}

/** The question that was asked under this key, and its answer. */
export async function findExchange(
  tx: TenantTx,
  { conversationId, idempotencyKey }: { conversationId: string; idempotencyKey: string },
): Promise<EarlierExchange | undefined> {
  const [question] = await on(tx)
    .select(shown)
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.idempotencyKey, idempotencyKey),
        eq(messages.role, "user"),
      ),
    );
  if (!question) return undefined;
  const [answer] = await on(tx)
    .select(shown)
    .from(messages)
    .where(eq(messages.replyToId, question.id));
  return answer && { question, answer };
}

/** In the order they were said. */
export function listMessages(tx: TenantTx, conversationId: string): Promise<MessageRow[]> {
  return on(tx)
    .select(shown)
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.id));
}

/** Of these conversations, one after the other, a page at a time behind a conversation's id and a message's. */
export function listMessagesOf(
  tx: TenantTx,
  { conversationIds, after, limit }: MessagesOf,
): Promise<MessageRow[]> {
  return on(tx)
    .select(shown)
    .from(messages)
    .where(
      and(
        inArray(messages.conversationId, [...conversationIds]),
        after
          ? sql`(${messages.conversationId}, ${messages.id}) > (${after[0]}::uuid, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(messages.conversationId), asc(messages.id))
    .limit(limit);
}

interface MessagesOf {
  conversationIds: readonly string[];
  after: readonly [conversationId: string, messageId: string] | null;
  limit: number;
}

/** The last ones, or the last before a message, in the order they were said. */
export async function listLastMessages(
  tx: TenantTx,
  { conversationId, before, limit }: LastMessages,
): Promise<MessageRow[]> {
  const all = on(tx)
    .select(shown)
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        before === undefined ? undefined : lt(messages.id, before),
      ),
    )
    .orderBy(desc(messages.id));
  const rows = await (limit === undefined ? all : all.limit(limit));
  return rows.reverse();
}

interface LastMessages {
  conversationId: string;
  before?: string | undefined;
  limit?: number | undefined;
}

export async function findMessage(
  tx: TenantTx,
  messageId: string,
): Promise<MessageRow | undefined> {
  const [row] = await on(tx).select(shown).from(messages).where(eq(messages.id, messageId));
  return row;
}

/** How the answer was made; null while it is being made. */
export async function findTrace(tx: TenantTx, messageId: string): Promise<object | null> {
  const [row] = await on(tx)
    .select({ trace: messages.trace })
    .from(messages)
    .where(eq(messages.id, messageId));
  return row?.trace ?? null;
}

export interface MessageEnd {
  messageId: string;
  status: Extract<MessageStatus, "complete" | "stopped" | "failed">;
  text?: string;
  answered?: boolean;
  verified?: boolean;
  refused?: boolean;
  writer?: "model" | "quotation" | null;
  model?: string | null;
  supportedShare?: number | null;
  unsupportedSpans?: Span[];
  trace?: object;
  errorReason?: string;
}

/** Ends a message, once: one that has ended before stays as it is. */
export async function finishMessage(
  tx: TenantTx,
  { messageId, ...end }: MessageEnd,
): Promise<MessageRow> {
  const [row] = await on(tx)
    .update(messages)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(messages.id, messageId), inArray(messages.status, ["pending", "streaming"])))
    .returning(shown);
  return row ?? one(await on(tx).select(shown).from(messages).where(eq(messages.id, messageId)));
}
