import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { OVERLAY_KINDS, OVERLAY_STATUSES } from "../column-values.ts";
import { chunks } from "./chunks.ts";
import { bytea, createdAt, falling, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import type { Locator } from "./document.ts";
import { sources } from "./sources.ts";

/** An owner's correction of one passage, found again by content whenever its source changes. */
export const chunkOverlays = pgTable(
  "chunk_overlays",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    sourceId: uuid().notNull(),
    kind: text({ enum: OVERLAY_KINDS }).notNull(),
    status: text({ enum: OVERLAY_STATUSES }).notNull().default("applied"),
    /** Of an edit: the words that answer instead. */
    text: text(),
    /** The passage as it was last found, its place, and what stood around it. */
    original: text().notNull(),
    locator: jsonb().$type<Locator>().notNull(),
    ordinal: integer().notNull(),
    contentHash: bytea().notNull(),
    beforeHash: bytea(),
    afterHash: bytea(),
    /** Of the version that answers; null while it is not found there. */
    chunkId: uuid().references(() => chunks.id, { onDelete: "set null" }),
    /** Counts its edits, from 1. */
    revision: integer().notNull().default(1),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "chunk_overlays_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    // two people who correct one passage; the foreign key to chunks
    uniqueIndex("chunk_overlays_passage_unique")
      .on(t.chunkId, t.kind)
      .where(sql`${t.chunkId} is not null`),
    // listOverlays of a twin
    index("chunk_overlays_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    // those of one source, when it changes
    index("chunk_overlays_source").on(t.sourceId),
    oneOf("chunk_overlays_kind_check", t.kind, OVERLAY_KINDS),
    oneOf("chunk_overlays_status_check", t.status, OVERLAY_STATUSES),
  ],
);
