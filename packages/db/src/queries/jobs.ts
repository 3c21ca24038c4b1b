import { and, desc, eq, getTableColumns, gt, inArray, lt, sql } from "drizzle-orm";
import { isUpkeep, JOB_STATUSES, type JobKind, type JobStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { behind, type Position } from "./after.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(jobs);
export type JobRow = Omit<typeof jobs.$inferSelect, "tenantId">;

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

/**
 * Joins the caller's transaction; workers hear of it after the commit. Gives the job's id. Written out:
 * to build it of the table's columns takes as long as the database takes for it.
 */
export async function insertJob(tx: TenantTx, job: NewJob): Promise<string> {
  const { kind, payload, maxAttempts, delaySeconds = 0 } = job;
  const { twinId = null, subjectId = null, correlationId = null } = job;
  const id = newId();
  await on(tx).execute(sql`
    insert into jobs
      (id, kind, is_upkeep, payload, max_attempts, twin_id, subject_id, correlation_id, due_at)
    values (${id}, ${kind}, ${isUpkeep(kind)}, ${JSON.stringify(payload)}::jsonb, ${maxAttempts},
      ${twinId}, ${subjectId}, ${correlationId}, now() + make_interval(secs => ${delaySeconds}))`);
  return id;
}

export async function findJob(tx: TenantTx, jobId: string): Promise<JobRow | undefined> {
  const [row] = await on(tx).select(shown).from(jobs).where(eq(jobs.id, jobId));
  return row;
}

/** No one else changes it until this transaction ends. */
export async function lockJob(tx: TenantTx, jobId: string): Promise<JobRow | undefined> {
  const [row] = await on(tx).select(shown).from(jobs).where(eq(jobs.id, jobId)).for("update");
  return row;
}

export interface JobSearch {
  subjectId: string;
  kind: JobKind;
  /** Exactly this one; absent: any. */
  payload?: Record<string, unknown>;
}

/** The newest job of a subject that has not ended. */
export function findActiveJob(tx: TenantTx, search: JobSearch): Promise<JobRow | undefined> {
  return findNewest(tx, search, ["queued", "running"]);
}

/** The newest one that still waits for its time. */
export function findQueuedJob(tx: TenantTx, search: JobSearch): Promise<JobRow | undefined> {
  return findNewest(tx, search, ["queued"]);
}

/** The newest job of a subject, however it stands. */
export function findNewestJob(tx: TenantTx, search: JobSearch): Promise<JobRow | undefined> {
  return findNewest(tx, search, JOB_STATUSES);
}

async function findNewest(
  tx: TenantTx,
  { subjectId, kind, payload }: JobSearch,
  statuses: readonly JobStatus[],
): Promise<JobRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, subjectId),
        eq(jobs.kind, kind),
        inArray(jobs.status, [...statuses]),
        payload && sql`${jobs.payload} = ${JSON.stringify(payload)}::text::jsonb`,
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
  return row;
}

/** An older job does the same for the same subject just now. */
export async function isBehindAnother(
  tx: TenantTx,
  { jobId, subjectId, kind }: { jobId: string; subjectId: string; kind: JobKind },
): Promise<boolean> {
  const rows = await on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, subjectId),
        eq(jobs.kind, kind),
        eq(jobs.status, "running"),
        lt(jobs.id, jobId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whether a twin's sources are being read, or are about to be. */
export async function isIngesting(tx: TenantTx, twinId: string): Promise<boolean> {
  const rows = await on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.twinId, twinId),
        eq(jobs.kind, "ingestion"),
        inArray(jobs.status, ["queued", "running"]),
        gt(jobs.createdAt, sql`now() - interval '1 day'`),
      ),
    )
    .limit(1);
  return rows.length > 0;
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

/** Makes a job that waits for its time due at once, or within some seconds. */
export async function hastenJob(tx: TenantTx, jobId: string, withinSeconds = 0): Promise<void> {
  await on(tx)
    .update(jobs)
    .set({ dueAt: sql`least(${jobs.dueAt}, now() + make_interval(secs => ${withinSeconds}))` })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, "queued")));
}
