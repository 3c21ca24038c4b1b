import { foreignKey, index, jsonb, pgTable, real, text, unique, uuid } from "drizzle-orm/pg-core";
import { FINDING_KINDS, FINDING_STATUSES } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { sources } from "./sources.ts";
import { verifiedQna } from "./verified-qna.ts";

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
    /** The verified answer that the source contradicts. */
    verifiedQnaId: uuid(),
    /** Tells apart what is found between the same two: a hash of the words it is about. */
    fingerprint: text().notNull().default(""),
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
    foreignKey({
      name: "content_findings_verified_fk",
      columns: [t.tenantId, t.twinId, t.verifiedQnaId],
      foreignColumns: [verifiedQna.tenantId, verifiedQna.twinId, verifiedQna.id],
    }).onDelete("cascade"),
    unique("content_findings_pair_unique")
      .on(t.twinId, t.kind, t.sourceId, t.otherSourceId, t.verifiedQnaId, t.fingerprint)
      .nullsNotDistinct(),
    // listFindings of a twin, by status
    index("content_findings_list").on(t.twinId, t.status, falling(t.createdAt), falling(t.id)),
    // findings of one source, and its foreign keys
    index("content_findings_source").on(t.sourceId),
    index("content_findings_other").on(t.otherSourceId),
    // the foreign key of a verified answer
    index("content_findings_verified").on(t.verifiedQnaId),
    oneOf("content_findings_kind_check", t.kind, FINDING_KINDS),
    oneOf("content_findings_status_check", t.status, FINDING_STATUSES),
  ],
);
