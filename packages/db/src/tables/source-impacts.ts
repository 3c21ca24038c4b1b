import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, falling, id, tenantId, time, twinId } from "./columns.ts";
import { ownerBeliefs } from "./owner-beliefs.ts";
import { sourceSyncs } from "./source-syncs.ts";
import { sources } from "./sources.ts";
import { verifiedQna } from "./verified-qna.ts";

/** A verified answer or a belief that a changed passage bears on: its owner is warned until they have looked. */
export const sourceImpacts = pgTable(
  "source_impacts",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    sourceId: uuid().notNull(),
    /** The sync that changed it; null: a correction did. */
    syncId: uuid(),
    verifiedQnaId: uuid(),
    beliefId: uuid(),
    /** What it said and says; null where a passage came or went. */
    before: text(),
    after: text(),
    /** Of both: the same change is told once. */
    fingerprint: bytea().notNull(),
    createdAt: createdAt(),
    lookedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "source_impacts_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "source_impacts_sync_fk",
      columns: [t.tenantId, t.twinId, t.syncId],
      foreignColumns: [sourceSyncs.tenantId, sourceSyncs.twinId, sourceSyncs.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "source_impacts_verified_fk",
      columns: [t.tenantId, t.twinId, t.verifiedQnaId],
      foreignColumns: [verifiedQna.tenantId, verifiedQna.twinId, verifiedQna.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "source_impacts_belief_fk",
      columns: [t.tenantId, t.twinId, t.beliefId],
      foreignColumns: [ownerBeliefs.tenantId, ownerBeliefs.twinId, ownerBeliefs.id],
    }).onDelete("cascade"),
    // the same change found twice; the warnings of verified answers
    unique("source_impacts_verified_unique").on(t.verifiedQnaId, t.sourceId, t.fingerprint),
    // likewise of beliefs
    unique("source_impacts_belief_unique").on(t.beliefId, t.sourceId, t.fingerprint),
    // listImpacts of a twin
    index("source_impacts_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    // what one sync bears on
    index("source_impacts_sync").on(t.syncId),
    // the foreign key of a source
    index("source_impacts_source").on(t.sourceId),
    check(
      "source_impacts_subject_check",
      sql`${t.verifiedQnaId} is not null or ${t.beliefId} is not null`,
    ),
  ],
);
