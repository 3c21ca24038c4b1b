import { deleteOldNotices, planDigest } from "@understudy/db/queries/notices";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { defineJob } from "../kernel/job.ts";
import { pruneCachedVectors } from "../retention/prune-cached-vectors.ts";
import { pruneOldCalls } from "../retention/prune-calls.ts";
import { pruneOldDeliveries } from "../retention/prune-deliveries.ts";
import { joinAgreements } from "./agreement.ts";
import { planNextReconcile, RECONCILE_ATTEMPTS } from "./plan-reconcile.ts";
import { reconcileFiles } from "./reconcile-files.ts";
import { reconcileNotices } from "./reconcile-notices.ts";
import { reconcileReclaims } from "./reconcile-reclaims.ts";
import { reconcileSources } from "./reconcile-sources.ts";
import { reconcileVectors } from "./reconcile-vectors.ts";
import { reconcileVersions } from "./reconcile-versions.ts";

const NOTICES_KEPT_DAYS = 60;

/**
 * Proves, once a day and when it is asked to, that what is kept of a tenant's content agrees with
 * itself: each source has one final status or a job that leads there, passages, vectors, index and
 * bytes are there both ways. What a crash has left is mended; the job's result says what was found.
 */
export const reconcileTenant = defineJob({
  kind: "reconcile",
  payload: z.object({ tenantId: Id }),
  maxAttempts: RECONCILE_ATTEMPTS,
  run: async (ctx) => {
    await ctx.fenced(async (tx) => {
      await planNextReconcile(tx, ctx.actor.tenantId);
      await planDigest(tx);
      await deleteOldNotices(tx, NOTICES_KEPT_DAYS);
    });
    const sources = await ctx.stage("sources", [0, 0.2], () => reconcileSources(ctx));
    const seen = await ctx.stage("versions", [0.2, 0.6], () => reconcileVersions(ctx));
    const { versions } = seen;
    const vectors = await ctx.stage("vectors", [0.6, 0.8], () => reconcileVectors(ctx, versions));
    const files = await ctx.stage("files", [0.8, 0.95], () => reconcileFiles(ctx, versions));
    const reclaims = await reconcileReclaims(ctx, versions);
    await pruneOldDeliveries(ctx);
    await pruneOldCalls(ctx);
    const notices = await reconcileNotices(ctx);
    const cachedVectorsPruned = await pruneCachedVectors(ctx);
    const result = joinAgreements([sources, seen, vectors, files, reclaims, notices]);
    if (cachedVectorsPruned > 0) Object.assign(result.counted, { cachedVectorsPruned });
    await ctx.note(
      result.agrees ? "info" : "warn",
      result.agrees ? "Everything agrees." : sum(result),
    );
    await ctx.conclude(result);
  },
  gaveUp: (tx, { tenantId }) => planNextReconcile(tx, tenantId),
});

function sum({ repaired, left }: ReturnType<typeof joinAgreements>): string {
  const total = (figures: Record<string, number>) =>
    Object.values(figures).reduce((before, figure) => before + figure, 0);
  return `${total(repaired)} faults were mended, ${total(left)} are left.`;
}
