import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, falling, id, oneOf, tenantId, time, updatedAt } from "./columns.ts";
import { tenants } from "./tenants.ts";

export const ANSWER_LENGTHS = ["short", "medium", "long"] as const;
export const STRICTNESSES = ["strict", "adaptive", "creative"] as const;

export const twins = pgTable(
  "twins",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    handle: text().notNull().unique("twins_handle_unique"),
    name: text().notNull(),
    headline: text().notNull().default(""),
    bio: text().notNull().default(""),
    avatarUrl: text(),
    purpose: text().notNull().default(""),
    instructions: text().notNull().default(""),
    speakingStyle: text().notNull().default(""),
    answerLength: text({ enum: ANSWER_LENGTHS }).notNull().default("medium"),
    strictness: text({ enum: STRICTNESSES }).notNull().default("strict"),
    language: text(),
    firstMessage: text().notNull().default(""),
    starterQuestions: jsonb().$type<string[]>().notNull().default([]),
    noAnswerMessage: text().notNull().default(""),
    /** Topics, phrases and disclaimers; what is not in it is as it is by default. */
    boundaries: jsonb().$type<object>().notNull().default({}),
    /** Grows in the transaction that changes what retrieval may see. */
    contentRevision: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    /** The same of its verified answers. */
    verifiedRevision: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    /** What visitors get; null: nothing was published. Its foreign key stands in SQL, for the tables refer to each other. */
    currentReleaseId: uuid(),
    archivedAt: time(),
    deletedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // what a twin owns refers to it together with its tenant
    unique("twins_tenant_unique").on(t.tenantId, t.id),
    // listTwins
    index("twins_list")
      .on(t.tenantId, falling(t.createdAt), falling(t.id))
      .where(sql`${t.deletedAt} is null`),
    oneOf("twins_answer_length_check", t.answerLength, ANSWER_LENGTHS),
    oneOf("twins_strictness_check", t.strictness, STRICTNESSES),
  ],
);
