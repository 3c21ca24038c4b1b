import { foreignKey, index, integer, pgTable, real, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, oneOf, tenantId } from "./columns.ts";
import { jobs } from "./jobs.ts";

export const LOG_LEVELS = ["info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const jobLogs = pgTable(
  "job_logs",
  {
    id: id(),
    tenantId: tenantId(),
    /** Of the job, so that a key for some twins reads the logs of no other. */
    twinId: uuid(),
    jobId: uuid().notNull(),
    attempt: integer().notNull(),
    level: text({ enum: LOG_LEVELS }).notNull(),
    stage: text(),
    message: text().notNull(),
    durationMs: real(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "job_logs_job_fk",
      columns: [t.tenantId, t.jobId],
      foreignColumns: [jobs.tenantId, jobs.id],
    }).onDelete("cascade"),
    // listJobLogs
    index("job_logs_job").on(t.jobId, t.id),
    oneOf("job_logs_level_check", t.level, LOG_LEVELS),
  ],
);
