import type { VersionCounts } from "@understudy/db/queries/version-counts";
import type { JobContext } from "../kernel/job.ts";
import { countReclaimable } from "../retention/count-reclaimable.ts";
import { planReclaim } from "../retention/plan-reclaim.ts";
import type { Agreement } from "./agreement.ts";

/** What has stopped answering goes down to nothing: where it waits to, a job is planned for it. */
export async function reconcileReclaims(
  ctx: JobContext,
  versions: readonly VersionCounts[],
): Promise<Partial<Agreement>> {
  const counted = { superseded: 0 };
  const repaired = { reclaimsPlanned: 0 };
  for (const twinId of new Set(versions.map((version) => version.twinId))) {
    const waiting = await ctx.transaction((tx) => countReclaimable(tx, twinId));
    counted.superseded += waiting;
    if (waiting > 0 && (await ctx.fenced((tx) => planReclaim(tx, twinId)))) {
      repaired.reclaimsPlanned++;
    }
  }
  return { counted, repaired };
}
