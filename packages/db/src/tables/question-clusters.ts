import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ASKED_BECAUSE, CLARIFICATION_STATUSES } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { messages } from "./messages.ts";
import { ownerBeliefs } from "./owner-beliefs.ts";
import { qualityTests } from "./quality-tests.ts";
import { twins } from "./twins.ts";
import { verifiedQna } from "./verified-qna.ts";
import { visitors } from "./visitors.ts";

/** Questions that ask the same, and were not answered well: what their owner meets once. */
export const questionClusters = pgTable(
  "question_clusters",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    /** The most typical of its questions. */
    title: text().notNull(),
    status: text({ enum: CLARIFICATION_STATUSES }).notNull().default("open"),
    /** How many different people asked. */
    people: integer().notNull().default(1),
    timesAsked: integer().notNull().default(1),
    firstAskedAt: createdAt(),
    lastAskedAt: createdAt(),
    /** People by recency, as a number that stands still while time goes on. */
    rank: doublePrecision().notNull().default(0),
    /** Why nobody needs to answer it. */
    dismissReason: text(),
    settledAt: time(),
    settledBy: uuid(),
    /** What the owner's answer became, and which version of it. */
    verifiedQnaId: uuid().references(() => verifiedQna.id, { onDelete: "set null" }),
    verifiedVersion: integer(),
    beliefId: uuid().references(() => ownerBeliefs.id, { onDelete: "set null" }),
    qualityTestId: uuid().references(() => qualityTests.id, { onDelete: "set null" }),
    /** Asked again since it was answered, and not answered then. */
    cameBackAt: time(),
    /** The one that its questions went to. */
    mergedIntoId: uuid().references((): AnyPgColumn => questionClusters.id, {
      onDelete: "cascade",
    }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "question_clusters_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("question_clusters_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listClusters
    index("question_clusters_list")
      .on(t.twinId, t.status, falling(t.rank), falling(t.id))
      .where(sql`${t.mergedIntoId} is null`),
    // findClusterAnsweredBy; the foreign key of a verified answer
    index("question_clusters_verified").on(t.verifiedQnaId),
    // the foreign keys of a belief, a test and what it was merged into
    index("question_clusters_belief").on(t.beliefId),
    index("question_clusters_test").on(t.qualityTestId),
    index("question_clusters_merged").on(t.mergedIntoId),
    oneOf("question_clusters_status_check", t.status, CLARIFICATION_STATUSES),
  ],
);

/** One person's one question, however often they asked it. */
export const questionMembers = pgTable(
  "question_members",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    clusterId: uuid().notNull(),
    question: text().notNull(),
    /** The question as it is told apart from others of the twin. */
    questionKey: text().notNull(),
    /** Who asked: a visitor, a user, a key, or nobody but the conversation. */
    askerId: uuid().notNull(),
    visitorId: uuid(),
    conversationId: uuid().notNull(),
    /** The answer that was none or was weak, the latest of them. */
    messageId: uuid().references(() => messages.id, { onDelete: "set null" }),
    because: text({ enum: ASKED_BECAUSE }).notNull(),
    timesAsked: integer().notNull().default(1),
    firstAskedAt: createdAt(),
    lastAskedAt: createdAt(),
    /** When it was compared with the others by meaning; null: it waits for that. */
    placedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "question_members_cluster_fk",
      columns: [t.tenantId, t.twinId, t.clusterId],
      foreignColumns: [questionClusters.tenantId, questionClusters.twinId, questionClusters.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "question_members_conversation_fk",
      columns: [t.tenantId, t.twinId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.twinId, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "question_members_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    // the same person asks the same again
    unique("question_members_once").on(t.twinId, t.questionKey, t.askerId),
    // listMembers of a cluster
    index("question_members_cluster").on(t.clusterId, falling(t.lastAskedAt), falling(t.id)),
    // noteAsked: whether someone asked it before
    index("question_members_asker").on(t.clusterId, t.askerId),
    // hasUnplaced
    index("question_members_unplaced").on(t.twinId).where(sql`${t.placedAt} is null`),
    // listRecentQuestions
    index("question_members_recent").on(t.twinId, falling(t.lastAskedAt)),
    // the foreign keys of a conversation, a visitor and a message
    index("question_members_conversation").on(t.conversationId),
    index("question_members_visitor").on(t.visitorId),
    index("question_members_message").on(t.messageId),
    oneOf("question_members_because_check", t.because, ASKED_BECAUSE),
  ],
);
