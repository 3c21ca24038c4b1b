import type { Database } from "@understudy/db/client";
import type { JobOutcome } from "@understudy/db/job-queue";
import {
  type ClaimedJob,
  handBackJob,
  releaseJob,
  SupersededAttempt,
} from "@understudy/db/queries/job-attempts";
import type { Context, Log } from "../kernel/context.ts";
import { createContext } from "../kernel/create-context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { type JobFailure, TurnOver } from "../kernel/job.ts";
import type { Ports } from "../kernel/ports.ts";
import { type Attempt, createJobContext } from "./create-job-context.ts";
import { endJob } from "./end-job.ts";
import { keepAlive } from "./keep-alive.ts";
import { findJobDefinition } from "./registry.ts";

export interface JobRunner {
  db: Database;
  ports: Ports;
  log: Log;
}

/**
 * Runs an attempt that was claimed. Failed for good or given back for a later one is written down
 * here; that it succeeded, by who claimed it.
 */
export async function runJob(
  runner: JobRunner,
  job: ClaimedJob,
  shutdown: AbortSignal,
): Promise<JobOutcome> {
  const actor = { kind: "system", tenantId: job.tenantId } as const;
  const correlationId = job.correlationId ?? job.id;
  const log = runner.log.child({ jobId: job.id, attempt: job.attempt, correlationId });
  const base = createContext({ ...runner, actor, correlationId, log, signal: shutdown });
  await using alive = keepAlive(base, job);
  const signal = AbortSignal.any([shutdown, alive.lost]);
  const ctx = createContext({ ...runner, actor, correlationId, log, signal });
  // Awaited here: what is in use is disposed of before a promise that is merely returned has settled.
  return await runAttempt(ctx, job, shutdown);
}

async function runAttempt(
  ctx: Context,
  job: ClaimedJob,
  shutdown: AbortSignal,
): Promise<JobOutcome> {
  const definition = findJobDefinition(job.kind);
  if (!definition) throw new Error(`No job of kind ${job.kind} is known.`);
  const attempt = createJobContext(ctx, job);
  if (job.attempt > job.maxAttempts) {
    await attempt.fenced((tx) => endJob(tx, job, "failed", brokenFailure(job)));
    return "written";
  }
  try {
    await definition.run(attempt, definition.payload.parse(job.payload));
    await attempt.flush();
    return "succeeded";
  } catch (error) {
    const isLost = ctx.signal.aborted && !shutdown.aborted;
    if (error instanceof SupersededAttempt || isLost) {
      ctx.log.info({}, "the job is no longer this attempt's");
      await attempt.flush();
    } else if (error instanceof TurnOver) await handBack(attempt, job, error.afterSeconds);
    else if (shutdown.aborted) await handBack(attempt, job);
    else await endOrRelease(attempt, job, error);
    return "written";
  }
}

/** The process stops, or others wait: the job goes on as soon as it can. */
async function handBack(ctx: Attempt, job: ClaimedJob, afterSeconds = 0): Promise<void> {
  await ctx.flush();
  await ctx.fenced((tx) => handBackJob(tx, job.id, afterSeconds));
}

/** A refusal is final; anything else gets another attempt while there is one left. */
async function endOrRelease(ctx: Attempt, job: ClaimedJob, error: unknown): Promise<void> {
  if (error instanceof DomainError) {
    const failure = { reason: error.reason, message: error.message };
    await ctx.note("error", failure.message);
    await ctx.flush();
    return ctx.fenced((tx) => endJob(tx, job, "failed", failure));
  }
  ctx.log.error({ err: error }, "a job attempt broke");
  await ctx.note("error", "This attempt broke on our side.");
  await ctx.flush();
  if (job.attempt >= job.maxAttempts) {
    return ctx.fenced((tx) => endJob(tx, job, "failed", brokenFailure(job)));
  }
  await ctx.fenced((tx) => releaseJob(tx, job.id));
}

function brokenFailure(job: ClaimedJob): JobFailure {
  return {
    reason: "job.broken",
    message: `It broke ${job.attempt} times on our side. Try again; quote ${job.correlationId ?? job.id} if it stays.`,
  };
}
