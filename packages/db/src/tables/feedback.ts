import { foreignKey, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { messages } from "./messages.ts";

export const RATINGS = ["up", "down"] as const;
export type Rating = (typeof RATINGS)[number];

/** What the one who asked thinks of an answer; one opinion per answer, the latest. */
export const feedback = pgTable(
  "feedback",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    messageId: uuid().notNull(),
    rating: text({ enum: RATINGS }).notNull(),
    comment: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "feedback_message_fk",
      columns: [t.tenantId, t.twinId, t.messageId],
      foreignColumns: [messages.tenantId, messages.twinId, messages.id],
    }).onDelete("cascade"),
    unique("feedback_message_unique").on(t.messageId),
    oneOf("feedback_rating_check", t.rating, RATINGS),
  ],
);
