import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { TEST_ORIGINS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { twins } from "./twins.ts";

/** A question with what a good answer to it must show. */
export const qualityTests = pgTable(
  "quality_tests",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    question: text().notNull(),
    expectations: jsonb().$type<object[]>().notNull(),
    origin: text({ enum: TEST_ORIGINS }).notNull(),
    /** Counts its edits, from 1: results of another revision are of another test. */
    revision: integer().notNull().default(1),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "quality_tests_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("quality_tests_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listTests
    index("quality_tests_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    oneOf("quality_tests_origin_check", t.origin, TEST_ORIGINS),
  ],
);
