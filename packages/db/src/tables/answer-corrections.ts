import { foreignKey, index, integer, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, twinId } from "./columns.ts";
import { messages } from "./messages.ts";
import { qualityTests } from "./quality-tests.ts";
import { verifiedQna } from "./verified-qna.ts";

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
