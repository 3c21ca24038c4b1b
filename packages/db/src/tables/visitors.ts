import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { VISITOR_CHANNELS } from "../column-values.ts";
import { apiKeys } from "./api-keys.ts";
import { bytea, createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { twins } from "./twins.ts";

/** Someone who talks to a twin, as one browser; what they told of themselves, and that they agreed to it. */
export const visitors = pgTable(
  "visitors",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    /** Of what their browser keeps to be known again. */
    resumeHash: bytea().notNull().unique(),
    name: text(),
    email: text(),
    /** The words they agreed to when they gave them, and when. */
    consentText: text(),
    consentAt: time(),
    /** Who they are, as the customer's own server signed it. */
    verifiedSubject: text(),
    verifiedAt: time(),
    blockedAt: time(),
    lastSeenAt: time().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "visitors_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("visitors_twin_unique").on(t.tenantId, t.twinId, t.id),
    // the audience of a twin, the last seen first; the foreign key to twins
    index("visitors_list").on(t.twinId, t.lastSeenAt.desc(), t.id.desc()),
  ],
);

/** What a short-lived token opens: one visitor, one twin, by one grant, from one origin. */
export const visitorSessions = pgTable(
  "visitor_sessions",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    visitorId: uuid().notNull(),
    tokenHash: bytea().notNull().unique(),
    channel: text({ enum: VISITOR_CHANNELS }).notNull(),
    /** The key of the widget or link it came by; null by the public page. */
    apiKeyId: uuid().references(() => apiKeys.id, { onDelete: "cascade" }),
    /** Null: whoever asked was no browser. */
    origin: text(),
    /** As the customer's server vouched for it in this visit: whose address, and of which groups. */
    verifiedEmail: text(),
    verifiedClaims: text().array(),
    expiresAt: time().notNull(),
    endedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "visitor_sessions_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    // the foreign key to visitors; a visitor's sessions
    index("visitor_sessions_visitor").on(t.visitorId),
    // the foreign key to api_keys; the sessions of a link or widget, when all of them end
    index("visitor_sessions_api_key").on(t.apiKeyId),
    oneOf("visitor_sessions_channel_check", t.channel, VISITOR_CHANNELS),
  ],
);
