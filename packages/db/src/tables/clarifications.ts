import { foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { CLARIFICATION_STATUSES } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { messages } from "./messages.ts";
import { ownerBeliefs } from "./owner-beliefs.ts";
import { twins } from "./twins.ts";
import { verifiedQna } from "./verified-qna.ts";

/** A question that a twin could not answer, put to its owner; asked again it is the same one. */
export const clarifications = pgTable(
  "clarifications",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    question: text().notNull(),
    /** The question as it is told apart from others of the twin. */
    questionKey: text().notNull(),
    status: text({ enum: CLARIFICATION_STATUSES }).notNull().default("open"),
    timesAsked: integer().notNull().default(1),
    lastAskedAt: createdAt(),
    /** The answer that was none, the latest of them. */
    messageId: uuid().references(() => messages.id, { onDelete: "set null" }),
    /** What the owner's reply became. */
    verifiedQnaId: uuid().references(() => verifiedQna.id, { onDelete: "set null" }),
    beliefId: uuid().references(() => ownerBeliefs.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "clarifications_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // the same question asked again
    unique("clarifications_question_unique").on(t.twinId, t.questionKey),
    // listClarifications
    index("clarifications_list").on(t.twinId, t.status, falling(t.lastAskedAt), falling(t.id)),
    // the foreign keys of a message, a verified answer and a belief
    index("clarifications_message").on(t.messageId),
    index("clarifications_verified").on(t.verifiedQnaId),
    index("clarifications_belief").on(t.beliefId),
    oneOf("clarifications_status_check", t.status, CLARIFICATION_STATUSES),
  ],
);
