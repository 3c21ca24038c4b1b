import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { PASSAGE_STATES } from "../column-values.ts";
import { bytea, createdAt, id, oneOf, tenantId, twinId } from "./columns.ts";
import type { Locator } from "./document.ts";
import { sourceVersions } from "./source-versions.ts";
import { tenants } from "./tenants.ts";

export const chunks = pgTable(
  "chunks",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    sourceVersionId: uuid().notNull(),
    ordinal: integer().notNull(),
    text: text().notNull(),
    locator: jsonb().$type<Locator>().notNull(),
    contentHash: bytea().notNull(),
    /** What corrections made of it, if anything: the words that answer instead, and where they stand. */
    state: text({ enum: PASSAGE_STATES }),
    shownText: text(),
    shownLocator: jsonb().$type<Locator>(),
    isPinned: boolean().notNull().default(false),
  },
  (t) => [
    foreignKey({
      name: "chunks_source_version_fk",
      columns: [t.tenantId, t.twinId, t.sourceVersionId],
      foreignColumns: [sourceVersions.tenantId, sourceVersions.twinId, sourceVersions.id],
    }).onDelete("cascade"),
    unique("chunks_ordinal_unique").on(t.sourceVersionId, t.ordinal),
    // listPinnedPlaces of a twin
    index("chunks_pinned").on(t.twinId).where(sql`${t.isPinned}`),
    oneOf("chunks_state_check", t.state, PASSAGE_STATES),
  ],
);

export const chunkEmbeddings = pgTable(
  "chunk_embeddings",
  {
    chunkId: uuid()
      .notNull()
      .references(() => chunks.id, { onDelete: "cascade" }),
    tenantId: tenantId(),
    twinId: twinId(),
    model: text().notNull(),
    dimensions: integer().notNull(),
    /** float32, little-endian. */
    vector: bytea().notNull(),
    vectorId: text(),
  },
  (t) => [
    primaryKey({ name: "chunk_embeddings_pk", columns: [t.chunkId, t.model] }),
    // filling a store that is derived from these rows, twin by twin
    index("chunk_embeddings_twin").on(t.twinId, t.model),
  ],
);

export const embeddingCache = pgTable(
  "embedding_cache",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    model: text().notNull(),
    contentHash: bytea().notNull(),
    vector: bytea().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "embedding_cache_pk", columns: [t.tenantId, t.model, t.contentHash] }),
  ],
);

export const sourceSegments = pgTable(
  "source_segments",
  {
    sourceVersionId: uuid().primaryKey(),
    tenantId: tenantId(),
    twinId: twinId(),
    format: integer().notNull(),
    passageCount: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [
    foreignKey({
      name: "source_segments_source_version_fk",
      columns: [t.tenantId, t.twinId, t.sourceVersionId],
      foreignColumns: [sourceVersions.tenantId, sourceVersions.twinId, sourceVersions.id],
    }).onDelete("cascade"),
  ],
);
