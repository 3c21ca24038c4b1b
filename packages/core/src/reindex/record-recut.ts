import type { MovedSource } from "@understudy/db/queries/index-targets";
import { endSync, insertSync } from "@understudy/db/queries/source-syncs";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import { countPassageChanges } from "@understudy/db/queries/version-changes";
import type { TenantTx } from "@understudy/db/scope";

/** The source's history tells that it was cut otherwise; what answered before is reclaimed by it. */
export async function recordRecut(
  tx: TenantTx,
  { sourceId, versionId }: MovedSource,
): Promise<void> {
  const { twinId, derivedFromId } = await getSourceVersion(tx, versionId);
  const versions = { sourceVersionId: versionId, previousVersionId: derivedFromId };
  const sync = {
    twinId,
    sourceId,
    jobId: null,
    trigger: "recut" as const,
    sourceVersionId: versionId,
  };
  const syncId = await insertSync(tx, sync);
  const passages = await countPassageChanges(tx, versions);
  await endSync(
    tx,
    { syncId },
    { status: "succeeded", passages, previousVersionId: derivedFromId },
  );
}
