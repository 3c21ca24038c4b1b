import { and, asc, desc, eq, getTableColumns, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { JobKind, JobStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobLogs, type LogLevel } from "../tables/job-logs.ts";
import { jobs } from "../tables/jobs.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(jobs);
const { tenantId: _logTenantId, twinId: _logTwinId, ...logShown } = getTableColumns(jobLogs);
export type JobRow = Omit<typeof jobs.$inferSelect, "tenantId">;
export type JobLogRow = Omit<typeof jobLogs.$inferSelect, "tenantId" | "twinId">;

/** Another attempt, or no one any more, owns the job: what this attempt writes must not count. */
export class SupersededAttempt extends Error {
  override readonly name = "SupersededAttempt";
}

export interface NewJob {
  kind: JobKind;
  /** Ids only. */
  payload: Record<string, unknown>;
  maxAttempts: number;
  twinId?: string | null;
  subjectId?: string | null;
  correlationId?: string | null;
  /** Not before this many seconds from now. */
  delaySeconds?: number;
}

/** Joins the caller's transaction; workers hear of it after the commit. Gives the job's id. */
export async function insertJob(
  tx: TenantTx,
  { delaySeconds = 0, ...job }: NewJob,
): Promise<string> {
  const dueAt = sql`now() + make_interval(secs => ${delaySeconds})`;
  const values = { ...job, dueAt };
  return one(await on(tx).insert(jobs).values(values).returning({ id: jobs.id })).id;
}

export async function findJob(tx: TenantTx, jobId: string): Promise<JobRow | undefined> {
  const [row] = await on(tx).select(shown).from(jobs).where(eq(jobs.id, jobId));
  return row;
}

/** The newest job of a subject, of one kind, that has not ended. */
export async function findActiveJob(
  tx: TenantTx,
  { subjectId, kind }: { subjectId: string; kind: JobKind },
): Promise<JobRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, subjectId),
        eq(jobs.kind, kind),
        inArray(jobs.status, ["queued", "running"]),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
  return row;
}

export function listJobs(
  tx: TenantTx,
  filter: {
    twinId?: string;
    subjectId?: string;
    status?: JobStatus;
    kind?: JobKind;
    after?: Position | null;
    limit: number;
  },
): Promise<JobRow[]> {
  const { twinId, subjectId, status, kind, after, limit } = filter;
  return on(tx)
    .select(shown)
    .from(jobs)
    .where(
      and(
        twinId ? eq(jobs.twinId, twinId) : undefined,
        subjectId ? eq(jobs.subjectId, subjectId) : undefined,
        status && eq(jobs.status, status),
        kind && eq(jobs.kind, kind),
        behind({ time: jobs.createdAt, id: jobs.id }, after),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
}

/** In the order they were written. */
export function listJobLogs(
  tx: TenantTx,
  { jobId, afterId, limit }: { jobId: string; afterId?: string | null; limit: number },
): Promise<JobLogRow[]> {
  return on(tx)
    .select(logShown)
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

/** Begins the next attempt, when the job waits for one; undefined when another has it or it has ended. */
export async function claimJob(tx: TenantTx, jobId: string): Promise<JobRow | undefined> {
  const [row] = await on(tx)
    .update(jobs)
    .set({
      status: "running",
      attempt: sql`${jobs.attempt} + 1`,
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
      heartbeatAt: sql`now()`,
    })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, "queued")))
    .returning(shown);
  return row;
}

/** Throws unless the attempt owns the job; it does until this transaction ends. */
export async function fence(
  tx: TenantTx,
  { jobId, attempt }: { jobId: string; attempt: number },
): Promise<void> {
  const [row] = await on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.id, jobId), eq(jobs.attempt, attempt), eq(jobs.status, "running")))
    .for("update");
  if (!row) throw new SupersededAttempt(`attempt ${attempt} of job ${jobId} was superseded`);
}

/** False when the attempt no longer owns its job. */
export async function heartbeat(
  tx: TenantTx,
  { jobId, attempt }: { jobId: string; attempt: number },
): Promise<boolean> {
  const rows = await on(tx)
    .update(jobs)
    .set({ heartbeatAt: sql`now()` })
    .where(and(eq(jobs.id, jobId), eq(jobs.attempt, attempt), eq(jobs.status, "running")))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** From 0 to 1; a sign of life, too. */
export async function updateJobProgress(
  tx: TenantTx,
  { jobId, stage, progress }: { jobId: string; stage: string; progress: number },
): Promise<void> {
  await on(tx)
    .update(jobs)
    .set({ stage, progress, heartbeatAt: sql`now()` })
    .where(eq(jobs.id, jobId));
}

export interface JobEnd {
  jobId: string;
  status: Extract<JobStatus, "succeeded" | "failed" | "cancelled">;
  failure?: { reason: string; message: string };
}

/** One end only: a job that has ended stays as it is. */
export async function finishJob(tx: TenantTx, { jobId, status, failure }: JobEnd): Promise<void> {
  await on(tx)
    .update(jobs)
    .set({
      status,
      failureReason: failure?.reason ?? null,
      failureMessage: failure?.message ?? null,
      finishedAt: sql`now()`,
      ...(status === "succeeded" && { progress: 1 }),
    })
    .where(and(eq(jobs.id, jobId), inArray(jobs.status, ["queued", "running"])));
}

/** Gives a claimed job back for its next attempt, which waits longer after each one that failed. */
export async function releaseJob(tx: TenantTx, jobId: string): Promise<void> {
  await giveBack(tx, jobId, {
    dueAt: sql`now() + make_interval(secs => least(300, power(2, ${jobs.attempt})))`,
  });
}

/** Gives back an attempt that was cut short through no fault of its own: due at once, and not counted. */
export async function handBackJob(tx: TenantTx, jobId: string): Promise<void> {
  await giveBack(tx, jobId, { dueAt: sql`now()`, maxAttempts: sql`${jobs.maxAttempts} + 1` });
}

async function giveBack(
  tx: TenantTx,
  jobId: string,
  changes: { dueAt: SQL; maxAttempts?: SQL },
): Promise<void> {
  await on(tx)
    .update(jobs)
    .set({ status: "queued", dispatchedAt: null, heartbeatAt: null, ...changes })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, "running")));
}
