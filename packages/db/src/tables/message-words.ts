import { customType, foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { tenantId, twinId } from "./columns.ts";
import { messages } from "./messages.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What was said, as it is searched. Its policy holds the search itself (`app.search`): of a policy's own
 * conditions the database uses the index, of a query's it may not, since `@@` could tell of other rows.
 */
export const messageWords = pgTable(
  "message_words",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    messageId: uuid().notNull(),
    conversationId: uuid().notNull(),
    words: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ name: "message_words_pk", columns: [t.messageId] }),
    foreignKey({
      name: "message_words_message_fk",
      columns: [t.tenantId, t.twinId, t.messageId],
      foreignColumns: [messages.tenantId, messages.twinId, messages.id],
    }).onDelete("cascade"),
    // searching conversations: rare words by the first, words that are everywhere by the second
    index("message_words_words").using("gin", t.words),
    index("message_words_conversation").on(t.conversationId),
  ],
);
