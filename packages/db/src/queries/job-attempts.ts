import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { JobStatus } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import type { JobRow } from "./jobs.ts";
import { list } from "./kept-rows.ts";

/** Another attempt, or no one any more, owns the job: what this attempt writes must not count. */
export class SupersededAttempt extends Error {
  override readonly name = "SupersededAttempt";
}

/** A job whose next attempt has begun, as the attempt is told of it. */
export interface ClaimedJob
  extends Pick<JobRow, "id" | "kind" | "payload" | "attempt" | "maxAttempts" | "correlationId"> {
  tenantId: string;
}

/** A ClaimedJob of a row of `jobs`. Written out: to build and to read all of its columns takes as long as the claim. */
export const CLAIMED = sql`id, tenant_id as "tenantId", kind, payload, attempt,
  max_attempts as "maxAttempts", correlation_id as "correlationId"`;

/** Begins the next attempt, when the job waits for one; undefined when another has it or it has ended. */
export async function claimJob(tx: TenantTx, jobId: string): Promise<ClaimedJob | undefined> {
  const [row] = await claimJobs(tx, [jobId]);
  return row;
}

/** Those of the jobs that wait for their next attempt and that no one is changing just now. */
export async function claimJobs(tx: TenantTx, jobIds: readonly string[]): Promise<ClaimedJob[]> {
  if (jobIds.length === 0) return [];
  // As an array it is read once: planned as a join it may be read anew for each row of a backlog.
  return rowsOf<ClaimedJob>(
    tx,
    sql`
      update jobs set
        status = 'running', attempt = attempt + 1, heartbeat_at = now(),
        started_at = coalesce(started_at, now())
      where id = any(array(
        select id from jobs where id = any(${list(jobIds)}::uuid[]) and status = 'queued'
        for update skip locked
      ))
      returning ${CLAIMED}`,
  );
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

/** Ends attempts well, in one statement with the fence: those that still own their jobs. */
export async function succeedJobs(
  tx: TenantTx,
  attempts: readonly { id: string; attempt: number }[],
): Promise<void> {
  if (attempts.length === 0) return;
  const ids = sql`${list(attempts.map(({ id }) => id))}::uuid[]`;
  const numbers = sql`${list(attempts.map(({ attempt }) => attempt))}::int[]`;
  await on(tx).execute(sql`
    update jobs set
      status = 'succeeded', progress = 1, failure_reason = null, failure_message = null,
      finished_at = now()
    where id = any(${ids}) and attempt = (${numbers})[array_position(${ids}, id)]
      and status = 'running'`);
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

/** From 0 to 1; a sign of life, too. Of an attempt that no longer owns its job it is not kept. */
export async function updateJobProgress(
  tx: TenantTx,
  told: { jobId: string; attempt: number; stage: string; progress: number },
): Promise<void> {
  const { jobId, attempt, stage, progress } = told;
  await on(tx)
    .update(jobs)
    .set({ stage, progress, heartbeatAt: sql`now()` })
    .where(and(eq(jobs.id, jobId), eq(jobs.attempt, attempt), eq(jobs.status, "running")));
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

/** What an ended job left to do is tried again, as if for the first time; its attempts go on counting. */
export async function requeueJob(
  tx: TenantTx,
  { jobId, attempts }: { jobId: string; attempts: number },
): Promise<void> {
  await on(tx)
    .update(jobs)
    .set({
      status: "queued",
      maxAttempts: sql`${jobs.attempt} + ${attempts}::int`,
      dueAt: sql`now()`,
      progress: 0,
      stage: null,
      result: null,
      failureReason: null,
      failureMessage: null,
      dispatchedAt: null,
      heartbeatAt: null,
      startedAt: null,
      finishedAt: null,
    })
    .where(and(eq(jobs.id, jobId), inArray(jobs.status, ["failed", "cancelled"])));
}

/** What came of it, shown with it. */
export async function saveJobResult(
  tx: TenantTx,
  { jobId, result }: { jobId: string; result: Record<string, unknown> },
): Promise<void> {
  await on(tx).update(jobs).set({ result }).where(eq(jobs.id, jobId));
}

/** Gives a claimed job back for its next attempt, which waits longer after each one that failed. */
export async function releaseJob(tx: TenantTx, jobId: string): Promise<void> {
  await giveBack(tx, jobId, {
    dueAt: sql`now() + make_interval(secs => least(300, power(2, ${jobs.attempt})))`,
  });
}

/** Gives back an attempt that was cut short through no fault of its own: due at once or soon, and not counted. */
export async function handBackJob(tx: TenantTx, jobId: string, afterSeconds = 0): Promise<void> {
  const dueAt = sql`now() + make_interval(secs => ${afterSeconds})`;
  await giveBack(tx, jobId, { dueAt, maxAttempts: sql`${jobs.maxAttempts} + 1` });
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
