import { and, asc, desc, eq, getTableColumns, inArray, ne } from "drizzle-orm";
import type { ResultSide } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { qualityResults, qualityRuns } from "../tables/quality-runs.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(qualityResults);
export type QualityResultRow = Omit<typeof qualityResults.$inferSelect, "tenantId">;
export type NewQualityResult = Omit<QualityResultRow, "id" | "createdAt">;

/** One that an earlier attempt has written stays. */
export async function insertQualityResult(tx: TenantTx, result: NewQualityResult): Promise<void> {
  await on(tx)
    .insert(qualityResults)
    .values(result)
    .onConflictDoNothing({
      target: [qualityResults.runId, qualityResults.testId, qualityResults.side],
    });
}

export function listQualityResults(tx: TenantTx, runId: string): Promise<QualityResultRow[]> {
  return on(tx).select(own).from(qualityResults).where(eq(qualityResults.runId, runId));
}

export function listVerdicts(
  tx: TenantTx,
  { runId, side }: { runId: string; side: ResultSide },
): Promise<Pick<QualityResultRow, "testId" | "verdict">[]> {
  return on(tx)
    .select({ testId: qualityResults.testId, verdict: qualityResults.verdict })
    .from(qualityResults)
    .where(and(eq(qualityResults.runId, runId), eq(qualityResults.side, side)));
}

export interface EarlierSearch {
  testIds: readonly string[];
  /** Not of this run. */
  runId: string;
  /** Only what this configuration answered. */
  configurationHash?: string;
  /** Only over what the twin knew then. */
  revisions?: { contentRevision: bigint; verifiedRevision: bigint };
}

/** The last result of each test, whatever its revision was. */
export function listEarlierResults(
  tx: TenantTx,
  { testIds, runId, configurationHash, revisions }: EarlierSearch,
): Promise<QualityResultRow[]> {
  if (testIds.length === 0) return Promise.resolve([]);
  return on(tx)
    .selectDistinctOn([qualityResults.testId], own)
    .from(qualityResults)
    .innerJoin(qualityRuns, eq(qualityRuns.id, qualityResults.runId))
    .where(
      and(
        inArray(qualityResults.testId, [...testIds]),
        ne(qualityResults.runId, runId),
        configurationHash
          ? eq(qualityResults.configurationHash, configurationHash)
          : eq(qualityResults.side, "tested"),
        revisions && eq(qualityRuns.contentRevision, revisions.contentRevision),
        revisions && eq(qualityRuns.verifiedRevision, revisions.verifiedRevision),
      ),
    )
    .orderBy(asc(qualityResults.testId), desc(qualityResults.createdAt), desc(qualityResults.id));
}
