import { foreignKey, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, twinId, updatedAt } from "./columns.ts";
import { sources } from "./sources.ts";

/** A short statement of what the owner holds. It answers as the source that has its id. */
export const ownerBeliefs = pgTable(
  "owner_beliefs",
  {
    id: uuid().primaryKey(),
    tenantId: tenantId(),
    twinId: twinId(),
    statement: text().notNull(),
    /** When it applies, or what it is about. */
    scope: text(),
    /** Of the newest version. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "owner_beliefs_source_fk",
      columns: [t.tenantId, t.twinId, t.id],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    // listBeliefs
    unique("owner_beliefs_twin_unique").on(t.tenantId, t.twinId, t.id),
  ],
);

/** What a belief said, from which time, and who made it say so. */
export const ownerBeliefVersions = pgTable(
  "owner_belief_versions",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    beliefId: uuid().notNull(),
    number: integer().notNull(),
    statement: text().notNull(),
    scope: text(),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "owner_belief_versions_belief_fk",
      columns: [t.tenantId, t.twinId, t.beliefId],
      foreignColumns: [ownerBeliefs.tenantId, ownerBeliefs.twinId, ownerBeliefs.id],
    }).onDelete("cascade"),
    // listBeliefVersions, newest first
    unique("owner_belief_versions_number_unique").on(t.beliefId, t.number),
  ],
);
