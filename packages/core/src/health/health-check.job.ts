import { findLastCheck, listSourcesToCheck } from "@understudy/db/queries/checked-sources";
import { findJob, isBehindAnother, isIngesting } from "@understudy/db/queries/jobs";
import { findContentRevision } from "@understudy/db/queries/twins";
import { defineJob, type JobContext, TurnOver } from "../kernel/job.ts";
import { currentKnowledge } from "../knowledge/current-knowledge.ts";
import { planWeighing } from "../reindex/weigh/plan-weighing.ts";
import { checkFreshness } from "./check-freshness.ts";
import { checkSource } from "./check-source.ts";
import { checkVerified } from "./check-verified.ts";
import { compareSources } from "./compare-sources.ts";
import { noteImpacts } from "./note-impacts.ts";
import { healthCheck, planNextHealthCheck } from "./plan-health-check.ts";

const SOURCES_PER_READ = 200;
/** Checks of one twin side by side would do the same work, and keep its sources waiting for a place. */
const LOOK_AGAIN_SECONDS = 15;
/** A long import would be looked at again and again, and take longer for it; one without an end is looked at all the same. */
const LONGEST_WAIT_MS = 30 * 60_000;
const FULL_AFTER_MS = 20 * 3_600_000;

/**
 * Looks for what its owner should look at in a twin's content: after each change at what changed, once
 * a day at everything. What is found is kept by the words that it is about, so that twice is once.
 */
export const checkHealth = defineJob({
  ...healthCheck,
  run: async (ctx, { twinId, isFull }) => {
    if ((await ctx.transaction((tx) => findContentRevision(tx, twinId))) === undefined) {
      return ctx.note("info", "The twin was removed; nothing is left to do.");
    }
    const self = { jobId: ctx.jobId, subjectId: twinId, kind: healthCheck.kind };
    if (await ctx.transaction((tx) => isBehindAnother(tx, self))) {
      throw new TurnOver("another check of the twin is under way", LOOK_AGAIN_SECONDS);
    }
    if (!isFull && (await isTooSoon(ctx, twinId))) {
      throw new TurnOver("the twin's sources are being read", LOOK_AGAIN_SECONDS);
    }
    const last = await ctx.transaction((tx) => findLastCheck(tx, twinId, { isFull: false }));
    const since = isFull ? null : await findSince(ctx, twinId);
    const knowledge = await currentKnowledge(ctx, { twinId });
    const sources = await listSources(ctx, twinId, since);
    let found = 0;
    await ctx.stage("sketches", [0.02, 0.1], () => compareSources(ctx, twinId));
    await ctx.stage("sources", [0.1, 0.8], async (report) => {
      for (const [at, { id: sourceId }] of sources.entries()) {
        found += await checkSource(ctx, { twinId, sourceId }, knowledge);
        await noteImpacts(ctx, { twinId, sourceId, since: last }, knowledge);
        if (at % 20 === 19) await report(at / sources.length);
      }
    });
    const changed = new Set(sources.map(({ liveVersionId }) => liveVersionId));
    found += await ctx.stage("verified", [0.8, 0.95], () =>
      checkVerified(ctx, { twinId, since, changed }, knowledge),
    );
    found += await ctx.stage("freshness", [0.95, 1], () => checkFreshness(ctx, twinId));
    await ctx.conclude({ isFull: since === null, sources: sources.length, found });
    await ctx.fenced(async (tx) => {
      await planNextHealthCheck(tx, twinId);
      if (since === null) await planWeighing(tx, twinId);
    });
  },
  gaveUp: (tx, { twinId }) => planNextHealthCheck(tx, twinId),
});

async function isTooSoon(ctx: JobContext, twinId: string): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    if (!(await isIngesting(tx, twinId))) return false;
    const job = await findJob(tx, ctx.jobId);
    return job !== undefined && Date.now() - job.createdAt.getTime() < LONGEST_WAIT_MS;
  });
}

/** From when on content has not been looked at; null when all of it is to be looked at again. */
async function findSince(ctx: JobContext, twinId: string): Promise<Date | null> {
  const [full, any] = await ctx.transaction(async (tx) => [
    await findLastCheck(tx, twinId, { isFull: true }),
    await findLastCheck(tx, twinId, { isFull: false }),
  ]);
  const isFresh = full && Date.now() - full.getTime() < FULL_AFTER_MS;
  return isFresh ? any! : null;
}

async function listSources(ctx: JobContext, twinId: string, since: Date | null) {
  const all: Awaited<ReturnType<typeof listSourcesToCheck>> = [];
  for (;;) {
    const afterId = all.at(-1)?.id ?? null;
    const page = { twinId, since, afterId, limit: SOURCES_PER_READ };
    const rows = await ctx.transaction((tx) => listSourcesToCheck(tx, page));
    all.push(...rows);
    if (rows.length < SOURCES_PER_READ) return all;
  }
}
