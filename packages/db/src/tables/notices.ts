import { sql } from "drizzle-orm";
import {
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
import { NOTICE_KINDS, NOTICE_MAIL_STATUSES, type NoticeKind } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, updatedAt } from "./columns.ts";
import { tenants } from "./tenants.ts";
import { twins } from "./twins.ts";
import { users } from "./users.ts";

/** Something that members are to hear of; all of a kind that wait go out together. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    /** Null: about the whole tenant. */
    twinId: uuid(),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    /** The event of which it tells. */
    event: text().notNull(),
    subjectId: uuid().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The job that tells of it; null: it waits. */
    batchId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "notices_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // takeNotices; what waits is noted once
    uniqueIndex("notices_waiting")
      .on(t.tenantId, t.kind, t.event, t.subjectId)
      .where(sql`${t.batchId} is null`),
    // listNotices of a job
    index("notices_batch").on(t.batchId).where(sql`${t.batchId} is not null`),
    // deleteOldNotices; the foreign key to tenants
    index("notices_old").on(t.tenantId, t.createdAt),
    // the foreign key to twins
    index("notices_twin").on(t.twinId).where(sql`${t.twinId} is not null`),
    oneOf("notices_kind_check", t.kind, NOTICE_KINDS),
  ],
);

/** One mail to one member about what one job tells; written before it is sent, so that it is sent once. */
export const noticeMails = pgTable(
  "notice_mails",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    batchId: uuid().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    status: text({ enum: NOTICE_MAIL_STATUSES }).notNull().default("waiting"),
    /** What the receiving server said when it refused. */
    failure: text(),
    endedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("notice_mails_once").on(t.batchId, t.userId),
    // lastMailAt, of a kind; deleteOldNotices; the foreign key to tenants
    index("notice_mails_kind").on(t.tenantId, t.kind, falling(t.createdAt)),
    // the foreign key to users
    index("notice_mails_user").on(t.userId),
    oneOf("notice_mails_kind_check", t.kind, NOTICE_KINDS),
    oneOf("notice_mails_status_check", t.status, NOTICE_MAIL_STATUSES),
  ],
);

/** What one member wants to hear of in one tenant; without a row, what their role suggests. */
export const noticePreferences = pgTable(
  "notice_preferences",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kinds: jsonb().$type<Partial<Record<NoticeKind, boolean>>>().notNull().default({}),
    /** Refused one after the other. */
    refusedCount: integer().notNull().default(0),
    refusal: text(),
    /** Nothing is sent any more, since too many were refused. */
    stoppedAt: time(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ name: "notice_preferences_pk", columns: [t.tenantId, t.userId] }),
    // the foreign key to users
    index("notice_preferences_user").on(t.userId),
  ],
);
