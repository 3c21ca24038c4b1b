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
  attempt: number;
  level: LogLevel;
  stage?: string | null;
  message: string;
  durationMs?: number | null;
  /** How long ago it was said; absent: just now. */
  ageMs?: number;
}

export async function insertJobLogs(
  tx: TenantTx,
  jobId: string,
  lines: readonly NewJobLog[],
): Promise<void> {
  if (lines.length === 0) return;
  const owner = on(tx).select({ twinId: jobs.twinId }).from(jobs).where(eq(jobs.id, jobId));
  const rows = lines.map(({ ageMs = 0, ...line }) => ({
    ...line,
    jobId,
    twinId: sql`(${owner})`,
    createdAt: sql`now() - make_interval(secs => ${ageMs / 1_000}::float8)`,
  }));
  await on(tx).insert(jobLogs).values(rows);
}
