import { isIngesting } from "@understudy/db/queries/jobs";
import { planRetest } from "@understudy/db/queries/plan-retest";
import { endQualityRun, reopenQualityRun } from "@understudy/db/queries/quality-runs";
import { countQualityTests } from "@understudy/db/queries/quality-tests";
import { findTwin } from "@understudy/db/queries/twins";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { performRun } from "./perform-run.ts";
import { qualityRun } from "./quality-run.ts";
import { startRun } from "./start-run.ts";

export const performQualityRun = defineJob({
  ...qualityRun,
  run: (ctx, payload) =>
    "runId" in payload ? performRun(ctx, payload.runId) : retest(ctx, payload.twinId),
  gaveUp: async (tx, payload, { reason }) => {
    if (!("runId" in payload)) return;
    const status = reason === "job.cancelled" ? "cancelled" : "failed";
    await endQualityRun(tx, { runId: payload.runId, status, failureReason: reason });
  },
  retried: async (tx, payload) => {
    if ("runId" in payload) await reopenQualityRun(tx, payload.runId);
  },
});

/** What visitors get is tested again when what the twin knows has changed; once, when that is over. */
async function retest(ctx: JobContext, twinId: string): Promise<void> {
  const outcome = await ctx.fenced(async (tx) => {
    const twin = await findTwin(tx, twinId);
    const releaseId = twin?.currentReleaseId;
    if (!releaseId || (await countQualityTests(tx, twinId)) === 0)
      return "There is nothing to test.";
    if (await isIngesting(tx, twinId)) {
      await planRetest(tx, twinId);
      return "Sources are still being read; it is tested when they are live.";
    }
    await startRun(ctx, tx, { twinId, releaseId, trigger: "content" });
    return "Its tests have begun.";
  });
  await ctx.note("info", outcome);
}
