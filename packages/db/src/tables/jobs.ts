import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { JOB_KINDS, JOB_STATUSES } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time } from "./columns.ts";
import { tenants } from "./tenants.ts";
import { twins } from "./twins.ts";

export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    twinId: uuid(),
    kind: text({ enum: JOB_KINDS }).notNull(),
    /** Of a kind that gives way; by the kind, but for what an earlier version asked for. */
    isUpkeep: boolean().notNull().default(false),
    subjectId: uuid(),
    status: text({ enum: JOB_STATUSES }).notNull().default("queued"),
    /** Ids only. */
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    attempt: integer().notNull().default(0),
    maxAttempts: integer().notNull(),
    progress: real().notNull().default(0),
    stage: text(),
    failureReason: text(),
    failureMessage: text(),
    /** What came of it, in figures and ids. */
    result: jsonb().$type<Record<string, unknown>>(),
    correlationId: text(),
    /** Not before this time: an attempt that failed waits longer each time. */
    dueAt: time().notNull().defaultNow(),
    dispatchedAt: time(),
    cancelRequestedAt: time(),
    heartbeatAt: time(),
    startedAt: time(),
    finishedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "jobs_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("jobs_tenant_unique").on(t.tenantId, t.id),
    // listJobs
    index("jobs_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    // the newest job of a source, requestCancelOfSubject
    index("jobs_subject").on(t.subjectId, falling(t.createdAt), falling(t.id)),
    // the foreign key to twins, listJobs of one twin
    index("jobs_twin").on(t.twinId, falling(t.createdAt), falling(t.id)),
    // lookAhead
    index("jobs_due").on(t.dueAt).where(sql`${t.status} = 'queued' and ${t.dispatchedAt} is null`),
    // markDue and take_due_jobs: those of each tenant that come next
    index("jobs_due_of_tenant")
      .on(t.tenantId, t.isUpkeep, t.dueAt)
      .where(sql`${t.status} = 'queued' and ${t.dispatchedAt} is null`),
    // markDue: how many of a tenant were sent; requeueLostJobs: sent, and never claimed
    index("jobs_waiting")
      .on(t.tenantId, t.dispatchedAt)
      .where(sql`${t.status} = 'queued' and ${t.dispatchedAt} is not null`),
    // requeueStuckJobs: claimed, and silent since
    index("jobs_running").on(t.heartbeatAt).where(sql`${t.status} = 'running'`),
    oneOf("jobs_kind_check", t.kind, JOB_KINDS),
    oneOf("jobs_status_check", t.status, JOB_STATUSES),
  ],
);
