import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { GENERATION_STATUSES } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { twins } from "./twins.ts";

/** How texts are cut into passages, in words; null stands for the product's own settings. */
export interface Chunking {
  targetWords: number;
  overlapWords: number;
}

/** A way to index a twin: one answers, and at most one more is being made beside it. */
export const indexGenerations = pgTable(
  "index_generations",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    status: text({ enum: GENERATION_STATUSES }).notNull(),
    /** Of embeddings; null: words alone. */
    model: text(),
    /** Null until the model has made its first vector. */
    dimensions: integer(),
    chunking: jsonb().$type<Chunking>(),
    /** What it found beside the one that answered, on the twin's own questions. */
    comparison: jsonb().$type<object>(),
    /** What its vectors may say beside words, and the questions that told so. */
    weighing: jsonb().$type<object>(),
    createdAt: createdAt(),
    readyAt: time(),
    liveAt: time(),
    droppedAt: time(),
    /** Its vectors and passages are gone; the row stays as history. */
    reclaimedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "index_generations_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("index_generations_twin_unique").on(t.tenantId, t.twinId, t.id),
    // findLiveGeneration: the pointer to what answers
    uniqueIndex("index_generations_live").on(t.twinId).where(sql`${t.status} = 'live'`),
    // findCandidate
    uniqueIndex("index_generations_candidate")
      .on(t.twinId)
      .where(sql`${t.status} in ('filling', 'ready')`),
    // listUnreclaimed
    index("index_generations_dropped").on(t.twinId).where(sql`${t.status} = 'dropped'`),
    oneOf("index_generations_status_check", t.status, GENERATION_STATUSES),
  ],
);
