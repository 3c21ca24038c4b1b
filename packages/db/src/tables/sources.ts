import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { SOURCE_KINDS, SOURCE_STATUSES, SYNC_INTERVALS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import type { Chunking } from "./index-generations.ts";
import { twins } from "./twins.ts";

/** Where the pages of a site come from, and how far it is followed from its first page. */
export interface CrawlBounds {
  follow: "links" | "sitemap" | "list";
  maxPages: number;
  /** Links away from the first page; 0 is that page alone. */
  maxDepth: number;
  /** Only addresses whose path begins so. */
  pathPrefix: string;
  /** Pages that a person has taken out, which no sync brings back. */
  excluded?: string[];
}

export const sources = pgTable(
  "sources",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    title: text().notNull(),
    kind: text({ enum: SOURCE_KINDS }).notNull(),
    status: text({ enum: SOURCE_STATUSES }).notNull().default("processing"),
    failureReason: text(),
    failureMessage: text(),
    refreshing: boolean().notNull().default(false),
    /** The version that answers; a foreign key that closes a circle, so it is added by hand. */
    liveVersionId: uuid(),
    url: text(),
    /** The site or archive that it came with, and goes with. */
    parentId: uuid(),
    /** Of a member of an archive: where it stands in there. */
    archivePath: text(),
    /** Of a site. */
    crawlBounds: jsonb().$type<CrawlBounds>(),
    /** Null: only when someone asks. */
    syncEvery: text({ enum: SYNC_INTERVALS }),
    /** As it was where it came from with its twin; nothing is fetched by it until someone turns it on. */
    pausedSyncEvery: text({ enum: SYNC_INTERVALS }),
    /** How its text is cut, where that is not as its site's or its twin's. */
    chunking: jsonb().$type<Chunking>(),
    /** Only for the groups that it is opened to; what came with it follows it. */
    isRestricted: boolean().notNull().default(false),
    /** The key that it was added by, and whose limits it counts against; null: someone with an account. */
    addedByKeyId: uuid(),
    deletedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "sources_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("sources_twin_unique").on(t.tenantId, t.twinId, t.id),
    foreignKey({
      name: "sources_parent_fk",
      columns: [t.tenantId, t.twinId, t.parentId],
      foreignColumns: [t.tenantId, t.twinId, t.id] as [AnyPgColumn, AnyPgColumn, AnyPgColumn],
    }).onDelete("cascade"),
    // listSources, listLiveVersionIds, the source count of a twin
    index("sources_list")
      .on(t.twinId, falling(t.createdAt), falling(t.id))
      .where(sql`${t.deletedAt} is null`),
    // the pages of a site, the members of an archive
    index("sources_parent").on(t.parentId, t.id),
    // listRestrictedSources
    index("sources_restricted").on(t.twinId, t.id).where(sql`${t.isRestricted}`),
    // the foreign key of the live pointer
    index("sources_live_version").on(t.liveVersionId),
    oneOf("sources_kind_check", t.kind, SOURCE_KINDS),
    oneOf("sources_status_check", t.status, SOURCE_STATUSES),
    oneOf("sources_sync_every_check", t.syncEvery, SYNC_INTERVALS),
    oneOf("sources_paused_sync_every_check", t.pausedSyncEvery, SYNC_INTERVALS),
  ],
);
