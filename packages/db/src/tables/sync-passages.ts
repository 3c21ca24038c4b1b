import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PASSAGE_CHANGES } from "../column-values.ts";
import { oneOf, tenantId, twinId } from "./columns.ts";
import type { Locator } from "./document.ts";
import { sourceSyncs } from "./source-syncs.ts";

/** What a sync brought and took away, kept when the versions it led between are reclaimed. */
export const syncPassages = pgTable(
  "sync_passages",
  {
    syncId: uuid().notNull(),
    tenantId: tenantId(),
    twinId: twinId(),
    change: text({ enum: PASSAGE_CHANGES }).notNull(),
    ordinal: integer().notNull(),
    /** Of the passage, while it is there. */
    chunkId: uuid().notNull(),
    text: text().notNull(),
    locator: jsonb().$type<Locator>().notNull(),
  },
  (t) => [
    // listSyncPassages, in order
    primaryKey({ name: "sync_passages_pk", columns: [t.syncId, t.change, t.ordinal] }),
    foreignKey({
      name: "sync_passages_sync_fk",
      columns: [t.tenantId, t.twinId, t.syncId],
      foreignColumns: [sourceSyncs.tenantId, sourceSyncs.twinId, sourceSyncs.id],
    }).onDelete("cascade"),
    oneOf("sync_passages_change_check", t.change, PASSAGE_CHANGES),
  ],
);
