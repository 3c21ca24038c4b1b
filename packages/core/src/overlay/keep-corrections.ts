import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import { saveSegment } from "@understudy/db/queries/segments";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { planHealthCheck } from "../health/plan-health-check.ts";
import type { Context } from "../kernel/context.ts";
import { holdForChange } from "../reindex/request-fill.ts";
import { packPassages } from "../source/ingest/pack-passages.ts";
import { requestReindex } from "./request-reindex.ts";
import { settleOverlays } from "./settle-overlays.ts";

/** So many are indexed within a second; more are left to a job, and hidden ones are gone at once all the same. */
const INDEXED_AT_ONCE = 1_500;

type Version = Pick<OwnedVersionRow, "id" | "twinId" | "sourceId" | "sourceTitle">;

/**
 * Brings the version that answers in line with its source's corrections, from the next question on.
 * The caller holds the lock of the source.
 */
export async function keepCorrections(ctx: Context, tx: TenantTx, version: Version): Promise<void> {
  const { passages, hasChanged } = await settleOverlays(tx, version);
  if (!hasChanged) return;
  const isLarge = passages.length > INDEXED_AT_ONCE;
  if (!isLarge) await indexNow(tx, version);
  await bumpContentRevision(tx, version.twinId);
  await planHealthCheck(tx, version.twinId);
  const index = await findLiveGeneration(tx, version.twinId);
  if (isLarge || index?.model) await requestReindex(ctx, tx, version);
  await holdForChange(ctx, tx, version.twinId);
}

async function indexNow(tx: TenantTx, version: Version): Promise<void> {
  const packed = await packPassages((work) => work(tx), version);
  await saveSegment(tx, { version, ...packed });
}
