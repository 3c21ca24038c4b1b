import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { chunks } from "./chunks.ts";
import { createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { conversations } from "./conversations.ts";
import type { Locator } from "./document.ts";

export const MESSAGE_ROLES = ["user", "assistant"] as const;
export const MESSAGE_STATUSES = ["pending", "streaming", "complete", "stopped", "failed"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const messages = pgTable(
  "messages",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    conversationId: uuid().notNull(),
    role: text({ enum: MESSAGE_ROLES }).notNull(),
    text: text().notNull().default(""),
    status: text({ enum: MESSAGE_STATUSES }).notNull(),
    answered: boolean(),
    verified: boolean().notNull().default(false),
    replyToId: uuid().references((): AnyPgColumn => messages.id, { onDelete: "set null" }),
    model: text(),
    trace: jsonb().$type<object>(),
    idempotencyKey: text(),
    errorReason: text(),
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
    // findReply: the answer to a question that was sent twice
    index("messages_reply").on(t.replyToId),
    // orphans that no process finishes
    index("messages_unfinished")
      .on(t.createdAt)
      .where(sql`${t.status} in ('pending', 'streaming')`),
    oneOf("messages_role_check", t.role, MESSAGE_ROLES),
    oneOf("messages_status_check", t.status, MESSAGE_STATUSES),
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
  ],
);
