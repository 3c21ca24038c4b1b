import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, twinId } from "./columns.ts";
import { conversations } from "./conversations.ts";

/** What the owner's people say of a conversation among themselves; its visitor never sees it. */
export const conversationNotes = pgTable(
  "conversation_notes",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    conversationId: uuid().notNull(),
    text: text().notNull(),
    userId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "conversation_notes_conversation_fk",
      columns: [t.tenantId, t.twinId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.twinId, conversations.id],
    }).onDelete("cascade"),
    // listNotes; the foreign key to conversations
    index("conversation_notes_list").on(t.conversationId, t.createdAt),
  ],
);
