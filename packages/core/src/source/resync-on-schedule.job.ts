import { findActiveJob, findQueuedJob } from "@understudy/db/queries/jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { findSchedule } from "@understudy/db/queries/schedules";
import { findSource } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { Id } from "../kernel/ids.ts";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { planResync, RESYNC_ATTEMPTS } from "./plan-resync.ts";
import { startSync } from "./start-sync.ts";

const Payload = z.object({ sourceId: Id });

/** One turn of a source's schedule: starts its sync, and puts the next turn into the queue. */
export const resyncOnSchedule = defineJob({
  kind: "resync",
  payload: Payload,
  maxAttempts: RESYNC_ATTEMPTS,
  run: async (ctx, { sourceId }) => {
    const outcome = await ctx.fenced(async (tx) => {
      await planNext(tx, sourceId);
      return sync(ctx, tx, sourceId);
    });
    await ctx.note("info", outcome);
  },
  gaveUp: (tx, { sourceId }) => planNext(tx, sourceId),
  retried: async (tx, { sourceId }) => {
    const next = await findActiveJob(tx, { subjectId: sourceId, kind: "resync" });
    if (!next) return;
    throw new DomainError("conflict", "job.superseded", "The next turn waits already.");
  },
});

/** Also while the source is removed: it may be restored. */
async function planNext(tx: TenantTx, sourceId: string): Promise<void> {
  await lockSource(tx, sourceId);
  const waiting = await findQueuedJob(tx, { subjectId: sourceId, kind: "resync" });
  const schedule = await findSchedule(tx, sourceId);
  if (schedule && !waiting) await planResync(tx, schedule);
}

async function sync(ctx: JobContext, tx: TenantTx, sourceId: string): Promise<string> {
  const source = await findSource(tx, sourceId);
  if (!source?.syncEvery) return "The source was removed, or has no schedule any more.";
  const started = await startSync(ctx, tx, { source, trigger: "schedule" });
  return started ? "Its sync has begun." : "It is being processed already.";
}
