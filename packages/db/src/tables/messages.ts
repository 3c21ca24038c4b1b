import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { chunks } from "./chunks.ts";
import { createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { conversations } from "./conversations.ts";
import type { Locator } from "./document.ts";
import { releases } from "./releases.ts";

export const MESSAGE_ROLES = ["user", "assistant"] as const;
export const MESSAGE_STATUSES = ["pending", "streaming", "complete", "stopped", "failed"] as const;
export const WRITERS = ["model", "quotation"] as const;

export interface Span {
  start: number;
  end: number;
}
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const messages = pgTable(
  "messages",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    conversationId: uuid().notNull(),
    role: text({ enum: MESSAGE_ROLES }).notNull(),
    /** What it was answered by; null: the draft. */
    releaseId: uuid().references(() => releases.id, { onDelete: "set null" }),
    text: text().notNull().default(""),
    status: text({ enum: MESSAGE_STATUSES }).notNull(),
    answered: boolean(),
    verified: boolean().notNull().default(false),
    /** By a rule, not for want of knowledge. */
    refused: boolean().notNull().default(false),
    replyToId: uuid().references((): AnyPgColumn => messages.id, { onDelete: "set null" }),
    /** Who wrote the answer: a model, or the sources' own sentences. */
    writer: text({ enum: WRITERS }),
    model: text(),
    /** Of the sentences that claim something, the share that a quote supports. */
    supportedShare: real(),
    /** UTF-16 offsets into the text: what no quote supports. */
    unsupportedSpans: jsonb().$type<Span[]>().notNull().default([]),
    trace: jsonb().$type<object>(),
    idempotencyKey: text(),
    errorReason: text(),
    /** The process that writes the answer says so again before this time, or it is gone. */
    leaseUntil: time(),
    /** Someone in any process follows the answer until then. */
    watchedUntil: time(),
    stopRequestedAt: time(),
    createdAt: createdAt(),
    finishedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "messages_conversation_fk",
      columns: [t.tenantId, t.twinId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.twinId, conversations.id],
    }).onDelete("cascade"),
    unique("messages_twin_unique").on(t.tenantId, t.twinId, t.id),
    uniqueIndex("messages_idempotency_unique")
      .on(t.conversationId, t.idempotencyKey)
      .where(sql`${t.role} = 'user'`),
    // listMessages: a conversation in order
    index("messages_conversation").on(t.conversationId, t.id),
    // the foreign key to releases
    index("messages_release").on(t.releaseId).where(sql`${t.releaseId} is not null`),
    // findReply: the answer to a question that was sent twice
    index("messages_reply").on(t.replyToId),
    // orphans that no process finishes
    index("messages_unfinished")
      .on(t.createdAt)
      .where(sql`${t.status} in ('pending', 'streaming')`),
    oneOf("messages_writer_check", t.writer, WRITERS),
    oneOf("messages_role_check", t.role, MESSAGE_ROLES),
    oneOf("messages_status_check", t.status, MESSAGE_STATUSES),
  ],
);

/** What followers of an unfinished answer are told, kept for those in other processes. */
export const messageEvents = pgTable(
  "message_events",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    messageId: uuid().notNull(),
    sequence: integer().notNull(),
    /** All that were said together, up to the one whose number this row has. */
    event: jsonb().$type<{ sequence: number }[]>().notNull(),
  },
  (t) => [
    primaryKey({ name: "message_events_pk", columns: [t.messageId, t.sequence] }),
    foreignKey({
      name: "message_events_message_fk",
      columns: [t.tenantId, t.twinId, t.messageId],
      foreignColumns: [messages.tenantId, messages.twinId, messages.id],
    }).onDelete("cascade"),
  ],
);

export const citations = pgTable(
  "citations",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    messageId: uuid().notNull(),
    ordinal: integer().notNull(),
    sourceId: uuid().notNull(),
    sourceTitle: text().notNull(),
    sourceVersionId: uuid().notNull(),
    chunkId: uuid().references(() => chunks.id, { onDelete: "set null" }),
    quote: text().notNull(),
    locator: jsonb().$type<Locator>().notNull(),
    /** The quote is the owner's correction of what stands at the locator. */
    corrected: boolean().notNull().default(false),
    answerStart: integer().notNull(),
    answerEnd: integer().notNull(),
  },
  (t) => [
    foreignKey({
      name: "citations_message_fk",
      columns: [t.tenantId, t.twinId, t.messageId],
      foreignColumns: [messages.tenantId, messages.twinId, messages.id],
    }).onDelete("cascade"),
    unique("citations_ordinal_unique").on(t.messageId, t.ordinal),
    // the foreign key to chunks, when a version is reclaimed
    index("citations_chunk").on(t.chunkId),
    // countAnswersQuoting: what a sync took away
    index("citations_version").on(t.sourceVersionId),
  ],
);
