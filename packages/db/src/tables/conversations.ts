import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { releases } from "./releases.ts";
import { twins } from "./twins.ts";

export const CHANNELS = ["studio", "api", "link", "widget", "page"] as const;
export type Channel = (typeof CHANNELS)[number];

export const conversations = pgTable(
  "conversations",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    channel: text({ enum: CHANNELS }).notNull(),
    userId: uuid(),
    /** The release that answers in it, chosen when it began; null: the one its channel gets. */
    releaseId: uuid().references(() => releases.id, { onDelete: "set null" }),
    title: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "conversations_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("conversations_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listConversations
    index("conversations_list")
      .on(t.twinId, t.updatedAt.desc(), t.id.desc())
      .where(sql`${t.deletedAt} is null`),
    // the foreign key to releases
    index("conversations_release").on(t.releaseId).where(sql`${t.releaseId} is not null`),
    oneOf("conversations_channel_check", t.channel, CHANNELS),
  ],
);
