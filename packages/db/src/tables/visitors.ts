import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { VISITOR_CHANNELS, VISITOR_SOURCES } from "../column-values.ts";
import { apiKeys } from "./api-keys.ts";
import { bytea, createdAt, falling, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { twins } from "./twins.ts";

/**
 * Someone who talks to a twin, as one browser; what they told of themselves, and that they agreed to it.
 * Browsers whose holder proved to be one person stay apart in what they may read, and point to the first.
 */
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
    /** Where they agreed: the channel, the link or widget, the page. */
    consentPlace: jsonb().$type<ConsentPlace>(),
    source: text({ enum: VISITOR_SOURCES }).notNull().default("page"),
    /** What the owner's own systems call them; nobody has vouched for it. */
    externalId: text(),
    tags: text().array(),
    note: text().notNull().default(""),
    /** The same person's first record; null: this is it. */
    mergedIntoId: uuid(),
    /** Questions asked; of a first record also those of the others. */
    questionCount: integer().notNull().default(0),
    /** Who they are, as the customer's own server signed it. */
    verifiedSubject: text(),
    verifiedAt: time(),
    blockedAt: time(),
    blockedReason: text(),
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
    index("visitors_list").on(t.twinId, falling(t.lastSeenAt), falling(t.id)),
    // listVisitors, those who ask most first
    index("visitors_busy").on(t.twinId, falling(t.questionCount), falling(t.id)),
    // a verified person has one first record: findPerson
    uniqueIndex("visitors_person")
      .on(t.twinId, t.verifiedSubject)
      .where(sql`${t.verifiedSubject} is not null and ${t.mergedIntoId} is null`),
    // rows of an import find who is there already
    uniqueIndex("visitors_external")
      .on(t.twinId, t.externalId)
      .where(sql`${t.externalId} is not null`),
    // findPerson, isBlockedAddress and rows of an import, by address
    index("visitors_email").on(t.twinId, sql`lower(${t.email})`).where(sql`${t.email} is not null`),
    // the foreign key to the first record; all records of one person
    index("visitors_merged").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    foreignKey({
      name: "visitors_merged_fk",
      columns: [t.tenantId, t.twinId, t.mergedIntoId],
      foreignColumns: [t.tenantId, t.twinId, t.id] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
    }).onDelete("cascade"),
    oneOf("visitors_source_check", t.source, VISITOR_SOURCES),
  ],
);

export interface ConsentPlace {
  channel: string;
  /** The link or widget, as it was called. */
  way: string | null;
  wayId: string | null;
  /** Of the page; null: no browser said where it stood. */
  origin: string | null;
}

const ordered = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * The words that someone is found by, each from its beginning. A row each, because of conditions that
 * could tell of other tenants' rows the database uses no index, and of this one it may.
 */
export const visitorWords = pgTable(
  "visitor_words",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    visitorId: uuid().notNull(),
    word: ordered().notNull(),
  },
  (t) => [
    primaryKey({ name: "visitor_words_pk", columns: [t.visitorId, t.word] }),
    foreignKey({
      name: "visitor_words_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    // listVisitors by what is searched
    index("visitor_words_search").on(t.twinId, t.word),
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
