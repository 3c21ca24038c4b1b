import { foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { PAGE_OUTCOMES, SYNC_STATUSES, SYNC_TRIGGERS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { sources } from "./sources.ts";

/** One time that a source was brought up to date, and what that changed. */
export const sourceSyncs = pgTable(
  "source_syncs",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    sourceId: uuid().notNull(),
    jobId: uuid(),
    trigger: text({ enum: SYNC_TRIGGERS }).notNull(),
    status: text({ enum: SYNC_STATUSES }).notNull().default("running"),
    failureReason: text(),
    failureMessage: text(),
    /** The version it made, and the one that answered before. */
    sourceVersionId: uuid(),
    previousVersionId: uuid(),
    passagesAdded: integer().notNull().default(0),
    passagesKept: integer().notNull().default(0),
    passagesRemoved: integer().notNull().default(0),
    createdAt: createdAt(),
    finishedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "source_syncs_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    unique("source_syncs_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listSyncs, and the newest sync of a source
    index("source_syncs_list").on(t.sourceId, falling(t.createdAt), falling(t.id)),
    // the sync that a version belongs to
    index("source_syncs_version").on(t.sourceVersionId),
    oneOf("source_syncs_trigger_check", t.trigger, SYNC_TRIGGERS),
    oneOf("source_syncs_status_check", t.status, SYNC_STATUSES),
  ],
);

/** What became of each address that a site's sync came across, or of each member of an archive. */
export const syncPages = pgTable(
  "sync_pages",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    syncId: uuid().notNull(),
    /** Its own source, when it has one; that may be gone by now. */
    sourceId: uuid(),
    address: text().notNull(),
    outcome: text({ enum: PAGE_OUTCOMES }).notNull(),
    reason: text(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "sync_pages_sync_fk",
      columns: [t.tenantId, t.twinId, t.syncId],
      foreignColumns: [sourceSyncs.tenantId, sourceSyncs.twinId, sourceSyncs.id],
    }).onDelete("cascade"),
    unique("sync_pages_address_unique").on(t.syncId, t.address),
    // listSyncPages: one outcome at a time, and their counts
    index("sync_pages_list").on(t.syncId, t.outcome, t.id),
    oneOf("sync_pages_outcome_check", t.outcome, PAGE_OUTCOMES),
  ],
);
