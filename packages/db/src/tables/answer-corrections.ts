import { foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { NOTICE_STATUSES } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { messages } from "./messages.ts";
import { qualityTests } from "./quality-tests.ts";
import { verifiedQna } from "./verified-qna.ts";
import { visitors } from "./visitors.ts";

/** What an owner made of a bad answer: the words they vouch for, and the test that guards them. */
export const answerCorrections = pgTable(
  "answer_corrections",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    /** The answer that is corrected. */
    messageId: uuid().notNull(),
    /** Counts its corrections, from 1: who corrects says which one they saw. */
    revision: integer().notNull().default(1),
    verifiedQnaId: uuid().references(() => verifiedQna.id, { onDelete: "set null" }),
    /** Of the verified answer, when the correction was made; undoing takes back no later edit. */
    verifiedVersion: integer().notNull(),
    qualityTestId: uuid().references(() => qualityTests.id, { onDelete: "set null" }),
    userId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "answer_corrections_message_fk",
      columns: [t.tenantId, t.twinId, t.messageId],
      foreignColumns: [messages.tenantId, messages.twinId, messages.id],
    }).onDelete("cascade"),
    unique("answer_corrections_twin_unique").on(t.tenantId, t.twinId, t.id),
    // one correction of an answer; findCorrection
    unique("answer_corrections_message_unique").on(t.messageId),
    // the foreign keys to verified answers and tests
    index("answer_corrections_verified").on(t.verifiedQnaId),
    index("answer_corrections_test").on(t.qualityTestId),
  ],
);

/** A visitor is to hear that the answer to their question was corrected; mail goes out from here. */
export const visitorNotices = pgTable(
  "visitor_notices",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    visitorId: uuid().notNull(),
    correctionId: uuid().notNull(),
    status: text({ enum: NOTICE_STATUSES }).notNull().default("waiting"),
    sentAt: time(),
    failure: text(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "visitor_notices_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "visitor_notices_correction_fk",
      columns: [t.tenantId, t.twinId, t.correctionId],
      foreignColumns: [answerCorrections.tenantId, answerCorrections.twinId, answerCorrections.id],
    }).onDelete("cascade"),
    // one word to one visitor of one correction; findNotice
    unique("visitor_notices_once").on(t.correctionId, t.visitorId),
    // the foreign key to visitors
    index("visitor_notices_visitor").on(t.visitorId),
    oneOf("visitor_notices_status_check", t.status, NOTICE_STATUSES),
  ],
);
