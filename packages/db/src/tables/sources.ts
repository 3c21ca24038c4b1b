import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { twins } from "./twins.ts";

export const SOURCE_KINDS = ["file", "url", "sitemap", "youtube", "note", "qna"] as const;
export const SOURCE_STATUSES = ["processing", "live", "failed"] as const;

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
    // listSources, listLiveVersionIds, the source count of a twin
    index("sources_list")
      .on(t.twinId, t.createdAt.desc(), t.id.desc())
      .where(sql`${t.deletedAt} is null`),
    // the foreign key of the live pointer
    index("sources_live_version").on(t.liveVersionId),
    oneOf("sources_kind_check", t.kind, SOURCE_KINDS),
    oneOf("sources_status_check", t.status, SOURCE_STATUSES),
  ],
);
