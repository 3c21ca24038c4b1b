import { markChildrenRemoved } from "@understudy/db/queries/collections";
import { lockSource } from "@understudy/db/queries/same-source";
import { endSync, findRunningSync } from "@understudy/db/queries/source-syncs";
import { findLiveVersionId, getSourceVersion } from "@understudy/db/queries/source-versions";
import { switchLiveVersion } from "@understudy/db/queries/sources";
import { countPassageChanges, keepPassageChanges } from "@understudy/db/queries/version-changes";
import type { TenantTx } from "@understudy/db/scope";
import { planHealthCheck } from "../../health/plan-health-check.ts";
import type { JobContext } from "../../kernel/job.ts";
import { keepCorrections } from "../../overlay/keep-corrections.ts";
import { joinIndexes } from "../../reindex/join-indexes.ts";
import { planReclaim } from "../../retention/plan-reclaim.ts";
import { announce } from "../../webhook/announce.ts";

/** Moving one pointer makes the new passages answer and the old ones stop, in one step. */
export async function switchVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  await ctx.fenced(async (tx) => {
    const version = await getSourceVersion(tx, sourceVersionId);
    const { sourceId, twinId } = version;
    await lockSource(tx, sourceId);
    // What came with an archive goes when one file takes the archive's place.
    if (version.sourceKind === "file") await markChildrenRemoved(tx, sourceId);
    const liveId = await findLiveVersionId(tx, sourceId);
    const previousVersionId = liveId === sourceVersionId ? null : liveId;
    const versions = { sourceVersionId, previousVersionId };
    const isNews = await concludeSync(tx, sourceId, versions);
    await switchLiveVersion(tx, sourceVersionId);
    if ((await findLiveVersionId(tx, sourceId)) === sourceVersionId) {
      await keepCorrections(ctx, tx, version);
      await joinIndexes(ctx, tx, version);
    }
    if (previousVersionId) await planReclaim(tx, twinId);
    await planHealthCheck(tx, twinId);
    if (isNews) await announce(tx, { type: "source.live", twinId, data: { sourceId } });
  });
  await ctx.note("info", "Live.");
}

/**
 * What the sync changed, told against the version that answers until this transaction ends. False
 * where the same words were only cut into other passages: that is no news to anyone.
 */
async function concludeSync(
  tx: TenantTx,
  sourceId: string,
  versions: { sourceVersionId: string; previousVersionId: string | null },
): Promise<boolean> {
  const sync = await findRunningSync(tx, sourceId);
  if (sync?.sourceVersionId !== versions.sourceVersionId) return true;
  const passages = await countPassageChanges(tx, versions);
  const isNews = sync.trigger !== "recut";
  if (isNews) await keepPassageChanges(tx, sync.id, versions);
  const { previousVersionId } = versions;
  await endSync(tx, { syncId: sync.id }, { status: "succeeded", passages, previousVersionId });
  return isNews;
}
