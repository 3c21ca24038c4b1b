import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import type { Block } from "./document.ts";
import { type Chunking, indexGenerations } from "./index-generations.ts";
import { sources } from "./sources.ts";

export const STAGES = [
  "received",
  "parsed",
  "chunked",
  "embedded",
  "indexed",
  "live",
  /** Before all others: its bytes are still to be fetched. */
  "requested",
] as const;
export type Stage = (typeof STAGES)[number];

export const sourceVersions = pgTable(
  "source_versions",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    sourceId: uuid().notNull(),
    number: integer().notNull(),
    /** Of the bytes, which a version that is only requested has not. */
    sha256: bytea(),
    byteSize: bigint({ mode: "number" }),
    mediaType: text(),
    fileName: text(),
    blobKey: text(),
    /** Where fetched bytes came from after all redirects, and the address their page gives itself. */
    url: text(),
    canonicalUrl: text(),
    /** What the server told its copy apart by. */
    etag: text(),
    lastModified: text(),
    /** What opens an encrypted file, sealed; kept only until the file has been parsed. */
    sealedPassword: bytea(),
    stage: text({ enum: STAGES }).notNull().default("received"),
    title: text(),
    text: text(),
    blocks: jsonb().$type<Block[]>(),
    pageCount: integer(),
    /** Nothing of these was read: they hold pictures alone. */
    picturePages: integer().array(),
    wordCount: integer(),
    chunkCount: integer(),
    /** How it was cut, or is to be; null: by the product's own settings. */
    chunking: jsonb().$type<Chunking>(),
    /** The version whose text and blocks it has, cut otherwise. */
    derivedFromId: uuid(),
    /** The index that it is made for, until that answers. */
    generationId: uuid(),
    /** MinHash of its text: how much of it stands in another source too. */
    sketch: bytea(),
    /** Its passages, vectors and bytes are gone; the row stays as history. */
    reclaimedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "source_versions_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "source_versions_generation_fk",
      columns: [t.tenantId, t.twinId, t.generationId],
      foreignColumns: [indexGenerations.tenantId, indexGenerations.twinId, indexGenerations.id],
    }).onDelete("cascade"),
    unique("source_versions_twin_unique").on(t.tenantId, t.twinId, t.id),
    unique("source_versions_number_unique").on(t.sourceId, t.number),
    // findSourceBySha256: the same bytes in the same twin
    index("source_versions_bytes").on(t.twinId, t.sha256),
    // what is made for an index, and its foreign key
    index("source_versions_generation")
      .on(t.generationId)
      .where(sql`${t.generationId} is not null`),
    // isBlobShared: versions that were cut from the same bytes
    index("source_versions_blob").on(t.blobKey),
    oneOf("source_versions_stage_check", t.stage, STAGES),
    check(
      "source_versions_bytes_check",
      sql`${t.stage} = 'requested' or (${t.sha256} is not null and ${t.byteSize} is not null
        and ${t.mediaType} is not null and ${t.blobKey} is not null)`,
    ),
  ],
);
