import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, falling, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { releases } from "./releases.ts";
import { shareLinks } from "./share-links.ts";
import { twins } from "./twins.ts";
import { visitors } from "./visitors.ts";
import { widgets } from "./widgets.ts";

export const CHANNELS = ["studio", "api", "link", "widget", "page", "mcp"] as const;
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
    visitorId: uuid(),
    /** The way in by which its visitor came. */
    widgetId: uuid().references(() => widgets.id, { onDelete: "set null" }),
    shareLinkId: uuid().references(() => shareLinks.id, { onDelete: "set null" }),
    /** As whom its last question was answered; null: as someone who may see everything. */
    accessGroupIds: uuid().array(),
    title: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: time(),
    /** Someone of the owner's has read it; asked in again, it is unread. */
    reviewedAt: time(),
    reviewedBy: uuid(),
    isFlagged: boolean().notNull().default(false),
    tags: text().array(),
  },
  (t) => [
    foreignKey({
      name: "conversations_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "conversations_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    unique("conversations_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listConversations
    index("conversations_list")
      .on(t.twinId, falling(t.updatedAt), falling(t.id))
      .where(sql`${t.deletedAt} is null`),
    // listConversations of those that were flagged
    index("conversations_flagged")
      .on(t.twinId, falling(t.updatedAt), falling(t.id))
      .where(sql`${t.deletedAt} is null and ${t.isFlagged}`),
    // the foreign key to releases
    index("conversations_release").on(t.releaseId).where(sql`${t.releaseId} is not null`),
    // findLastConversation: what a visitor goes on with; the foreign key to visitors
    index("conversations_visitor").on(t.visitorId, falling(t.updatedAt)),
    // the foreign keys to widgets and share links
    index("conversations_widget").on(t.widgetId),
    index("conversations_share_link").on(t.shareLinkId),
    oneOf("conversations_channel_check", t.channel, CHANNELS),
  ],
);
