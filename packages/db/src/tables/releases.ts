import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, twinId } from "./columns.ts";
import { qualityRuns } from "./quality-runs.ts";
import { twins } from "./twins.ts";

/** A twin's configuration as it was published; no row of it ever changes. */
export const releases = pgTable(
  "releases",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    /** Counts the twin's releases, from 1. */
    number: integer().notNull(),
    configuration: jsonb().$type<object>().notNull(),
    /** The same configuration has the same one, in hexadecimal. */
    configurationHash: text().notNull(),
    note: text().notNull().default(""),
    /** Why it was published though its tests did not pass, or were not there. */
    overrideReason: text(),
    /** The run that it was published on. */
    qualityRunId: uuid(),
    /** What was live when its tests ran: the version of each source. */
    sourceVersions: jsonb().$type<Record<string, string>>().notNull().default({}),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "releases_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "releases_run_fk",
      columns: [t.qualityRunId],
      foreignColumns: [qualityRuns.id],
    }).onDelete("set null"),
    unique("releases_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listReleases, and two that are published at once
    unique("releases_number_unique").on(t.twinId, t.number),
    // the foreign key to runs
    index("releases_run").on(t.qualityRunId).where(sql`${t.qualityRunId} is not null`),
  ],
);
