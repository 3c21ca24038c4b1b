import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { NOTICE_STATUSES } from "../column-values.ts";
import { answerCorrections } from "./answer-corrections.ts";
import { bytea, createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { questionClusters } from "./question-clusters.ts";
import { twins } from "./twins.ts";
import { visitors } from "./visitors.ts";

/** A visitor is to hear that their question has an answer now, or a better one; mail goes out from here. */
export const visitorNotices = pgTable(
  "visitor_notices",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    visitorId: uuid().notNull(),
    /** Of what they hear: one of the two. */
    correctionId: uuid(),
    clusterId: uuid(),
    status: text({ enum: NOTICE_STATUSES }).notNull().default("waiting"),
    sentAt: time(),
    failure: text(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "visitor_notices_visitor_fk",
      columns: [t.tenantId, t.twinId, t.visitorId],
      foreignColumns: [visitors.tenantId, visitors.twinId, visitors.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "visitor_notices_correction_fk",
      columns: [t.tenantId, t.twinId, t.correctionId],
      foreignColumns: [answerCorrections.tenantId, answerCorrections.twinId, answerCorrections.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "visitor_notices_cluster_fk",
      columns: [t.tenantId, t.twinId, t.clusterId],
      foreignColumns: [questionClusters.tenantId, questionClusters.twinId, questionClusters.id],
    }).onDelete("cascade"),
    // one word to one visitor of one correction, or of one cluster; listWaitingNotices
    unique("visitor_notices_once").on(t.correctionId, t.visitorId),
    unique("visitor_notices_cluster_once").on(t.clusterId, t.visitorId),
    // the foreign key to visitors
    index("visitor_notices_visitor").on(t.visitorId),
    oneOf("visitor_notices_status_check", t.status, NOTICE_STATUSES),
    check(
      "visitor_notices_subject_check",
      sql`${t.correctionId} is not null or ${t.clusterId} is not null`,
    ),
  ],
);

/** An address that a twin is not to write to again, known by its hash alone. */
export const unwantedMail = pgTable(
  "unwanted_mail",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    addressHash: bytea().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "unwanted_mail_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // isUnwanted
    unique("unwanted_mail_once").on(t.twinId, t.addressHash),
  ],
);
