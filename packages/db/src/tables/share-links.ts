import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LEAD_CAPTURES } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { twins } from "./twins.ts";

/** A way in by an address; its slug is its key and rests in `api_keys`, with its end. */
export const shareLinks = pgTable(
  "share_links",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    name: text().notNull(),
    isOn: boolean().notNull().default(true),
    /** Its owner chose the slug; another was made at random. */
    isNamed: boolean().notNull().default(false),
    passwordHash: text(),
    visitorLimit: integer(),
    messageLimit: integer(),
    visitorCount: integer().notNull().default(0),
    messageCount: integer().notNull().default(0),
    /** What alone it answers from, pages and members included; null: all that its visitors may see. */
    scopeSourceIds: uuid().array(),
    leadCapture: text({ enum: LEAD_CAPTURES }).notNull().default("off"),
    consentText: text().notNull().default(""),
    lastUsedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "share_links_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("share_links_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listShareLinks
    index("share_links_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    oneOf("share_links_lead_capture_check", t.leadCapture, LEAD_CAPTURES),
  ],
);
