import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, falling, id, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { sources } from "./sources.ts";
import { twins } from "./twins.ts";

/** A question with the answer that the owner vouches for. */
export const verifiedQna = pgTable(
  "verified_qna",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    question: text().notNull(),
    /** The question as it is told apart from others of the twin. */
    questionKey: text().notNull(),
    /** Other ways to ask it. */
    phrasings: jsonb().$type<string[]>().notNull().default([]),
    answer: text().notNull(),
    /** When its owner wants to look at it again. */
    reviewBy: time(),
    /** The import that it came with, and goes with. */
    sourceId: uuid(),
    /** Only for the groups that it is opened to. */
    isRestricted: boolean().notNull().default(false),
    /** Of the newest version. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "verified_qna_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "verified_qna_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    unique("verified_qna_twin_unique").on(t.tenantId, t.twinId, t.id),
    // the same question added or imported twice
    unique("verified_qna_question_unique").on(t.twinId, t.questionKey),
    // listVerifiedAnswers
    index("verified_qna_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    // listRestrictedAnswers
    index("verified_qna_restricted").on(t.twinId, t.id).where(sql`${t.isRestricted}`),
    // the foreign key of an import
    index("verified_qna_source").on(t.sourceId),
  ],
);

/** What a verified answer said, from which time, and who made it say so. */
export const verifiedQnaVersions = pgTable(
  "verified_qna_versions",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    verifiedQnaId: uuid().notNull(),
    number: integer().notNull(),
    question: text().notNull(),
    phrasings: jsonb().$type<string[]>().notNull(),
    answer: text().notNull(),
    reviewBy: time(),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "verified_qna_versions_qna_fk",
      columns: [t.tenantId, t.twinId, t.verifiedQnaId],
      foreignColumns: [verifiedQna.tenantId, verifiedQna.twinId, verifiedQna.id],
    }).onDelete("cascade"),
    unique("verified_qna_versions_number_unique").on(t.verifiedQnaId, t.number),
  ],
);

/** Questions that a verified answer was like and did not answer; the newest few of each twin. */
export const verifiedNearMisses = pgTable(
  "verified_near_misses",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    verifiedQnaId: uuid().notNull(),
    question: text().notNull(),
    phrasing: text().notNull(),
    /** From 0 to 1. */
    score: real().notNull(),
    because: text().notNull(),
    timesAsked: integer().notNull().default(1),
    lastAskedAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "verified_near_misses_qna_fk",
      columns: [t.tenantId, t.twinId, t.verifiedQnaId],
      foreignColumns: [verifiedQna.tenantId, verifiedQna.twinId, verifiedQna.id],
    }).onDelete("cascade"),
    // the same question again
    unique("verified_near_misses_question_unique").on(t.verifiedQnaId, t.question),
    // listNearMisses, and the oldest ones that go
    index("verified_near_misses_list").on(t.twinId, falling(t.lastAskedAt), falling(t.id)),
  ],
);
