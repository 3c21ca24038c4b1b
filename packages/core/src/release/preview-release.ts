import { listLiveVersions } from "@understudy/db/queries/live-versions";
import type { ReleaseRow } from "@understudy/db/queries/releases";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { useCase } from "../kernel/use-case.ts";
import { readRun } from "../quality/read-run.ts";
import { requireTwin } from "../twin/twins.ts";
import { compareConfigurations, readConfiguration, readDraft } from "./configuration.ts";
import { PreviewReleaseInput, ReleasePreview } from "./contract.ts";
import { findDraftRun } from "./find-draft-run.ts";
import { listBlockers } from "./list-blockers.ts";
import { readMoved } from "./read-moved.ts";
import { readRelease } from "./read-release.ts";
import { requireRelease } from "./require-release.ts";

/** What publishing the draft would change, and what would keep it from being published. */
export const previewRelease = useCase({
  permission: "release.read",
  input: PreviewReleaseInput,
  output: ReleasePreview,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      const twin = await requireTwin(tx, twinId);
      const { currentReleaseId } = twin;
      const row = currentReleaseId ? await requireRelease(tx, currentReleaseId) : null;
      const before = row && readConfiguration(row.configuration);
      const changes = compareConfigurations(before, await readDraft(tx, twin));
      const { testCount, run, blockers } = await readTested(tx, twin);
      return {
        twinId,
        current: row && readRelease(row, currentReleaseId),
        changes,
        contentMoved: row && (await movedSince(tx, row)),
        testCount,
        run,
        blockers,
        warnings: [
          ...(testCount === 0 ? (["no_tests"] as const) : []),
          ...(changes.length === 0 ? (["no_changes"] as const) : []),
        ],
      };
    }),
});

async function readTested(tx: TenantTx, twin: TwinRow) {
  const { testCount, run } = await findDraftRun(tx, twin);
  if (!run) return { testCount, run: null, blockers: [] };
  const blockers = run.status === "succeeded" ? await listBlockers(tx, run) : [];
  return { testCount, run: await readRun(tx, { ...run, testCount }), blockers };
}

/** How what the twin knows has moved since a release's tests ran. */
export async function movedSince(tx: TenantTx, { twinId, sourceVersions }: ReleaseRow) {
  return readMoved(sourceVersions, await listLiveVersions(tx, twinId));
}
