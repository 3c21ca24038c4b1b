import { and, asc, eq, getTableColumns, gt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobLogs, type LogLevel } from "../tables/job-logs.ts";
import { jobs } from "../tables/jobs.ts";

const { tenantId: _tenantId, twinId: _twinId, ...shown } = getTableColumns(jobLogs);
export type JobLogRow = Omit<typeof jobLogs.$inferSelect, "tenantId" | "twinId">;

/** In the order they were written. */
export function listJobLogs(
  tx: TenantTx,
  { jobId, afterId, limit }: { jobId: string; afterId?: string | null; limit: number },
): Promise<JobLogRow[]> {
  return on(tx)
    .select(shown)
    .from(jobLogs)
    .where(and(eq(jobLogs.jobId, jobId), afterId ? gt(jobLogs.id, afterId) : undefined))
    .orderBy(asc(jobLogs.id))
    .limit(limit);
}

export interface NewJobLog {
  jobId: string;
  attempt: number;
  level: LogLevel;
  stage?: string | null;
  message: string;
  durationMs?: number | null;
}

export async function insertJobLog(tx: TenantTx, line: NewJobLog): Promise<void> {
  const owner = on(tx).select({ twinId: jobs.twinId }).from(jobs).where(eq(jobs.id, line.jobId));
  await on(tx)
    .insert(jobLogs)
    .values({ ...line, twinId: sql`(${owner})` });
}
