import {
  insertQualityResult,
  listEarlierResults,
  type QualityResultRow,
} from "@understudy/db/queries/quality-results";
import type { QualityRunRow } from "@understudy/db/queries/quality-runs";
import type { TenantTx } from "@understudy/db/scope";
import { requireRelease } from "../release/require-release.ts";
import type { StoredTest } from "./stored-test.ts";

export interface Configured {
  configuration: object;
  configurationHash: string;
}

/**
 * Puts beside a run what is known already of what it is compared with: what the release answered over
 * the same content, or, without a release, what the run before it was answered. Gives the release's
 * configuration, for tests that it has no such answer to.
 */
export async function prepareComparison(
  tx: TenantTx,
  run: QualityRunRow,
  tests: readonly StoredTest[],
): Promise<Configured | null> {
  const { id: runId, comparedReleaseId } = run;
  const search = { runId, testIds: tests.map(({ id }) => id) };
  if (!comparedReleaseId) {
    const { configurationHash } = run;
    const earlier = await listEarlierResults(tx, {
      ...search,
      ...(run.releaseId && { configurationHash }),
    });
    await copy(tx, { runId, tests, earlier });
    return null;
  }
  const { configuration, configurationHash } = await requireRelease(tx, comparedReleaseId);
  if (configurationHash !== run.configurationHash) {
    const same = { ...search, configurationHash, revisions: run };
    await copy(tx, { runId, tests, earlier: await listEarlierResults(tx, same) });
  }
  return { configuration, configurationHash };
}

/** What was said to an earlier revision of a test says nothing of this one. */
async function copy(
  tx: TenantTx,
  {
    runId,
    tests,
    earlier,
  }: { runId: string; tests: readonly StoredTest[]; earlier: readonly QualityResultRow[] },
): Promise<void> {
  const revisions = new Map(tests.map(({ id, revision }) => [id, revision]));
  for (const { id: _, createdAt: __, ...result } of earlier) {
    if (revisions.get(result.testId) !== result.testRevision) continue;
    await insertQualityResult(tx, { ...result, runId, side: "compared" });
  }
}
