import { foreignKey, index, jsonb, pgTable, real, text, unique, uuid } from "drizzle-orm/pg-core";
import { FINDING_KINDS, FINDING_STATUSES } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { sources } from "./sources.ts";

/** Something about a twin's content that its owner should look at. */
export const contentFindings = pgTable(
  "content_findings",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    kind: text({ enum: FINDING_KINDS }).notNull(),
    status: text({ enum: FINDING_STATUSES }).notNull().default("open"),
    sourceId: uuid().notNull(),
    otherSourceId: uuid(),
    /** From 0 to 1. Of a near duplicate: the share of the shorter text that stands in the other. */
    score: real(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "content_findings_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "content_findings_other_source_fk",
      columns: [t.tenantId, t.twinId, t.otherSourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    unique("content_findings_pair_unique")
      .on(t.twinId, t.kind, t.sourceId, t.otherSourceId)
      .nullsNotDistinct(),
    // listFindings of a twin, by status
    index("content_findings_list").on(t.twinId, t.status, t.createdAt.desc(), t.id.desc()),
    // findings of one source, and its foreign keys
    index("content_findings_source").on(t.sourceId),
    index("content_findings_other").on(t.otherSourceId),
    oneOf("content_findings_kind_check", t.kind, FINDING_KINDS),
    oneOf("content_findings_status_check", t.status, FINDING_STATUSES),
  ],
);
