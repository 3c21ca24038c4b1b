import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { qualityResults } from "../tables/quality-runs.ts";
import { qualityTests } from "../tables/quality-tests.ts";
import { twins } from "../tables/twins.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(qualityTests);
export type QualityTestRow = Omit<typeof qualityTests.$inferSelect, "tenantId">;
export type NewQualityTest = Pick<
  QualityTestRow,
  "twinId" | "question" | "expectations" | "origin" | "actorKind" | "actorId"
>;

export async function insertQualityTest(
  tx: TenantTx,
  test: NewQualityTest,
): Promise<QualityTestRow> {
  return one(await on(tx).insert(qualityTests).values(test).returning(own));
}

export async function findQualityTest(
  tx: TenantTx,
  testId: string,
): Promise<QualityTestRow | undefined> {
  const [row] = await on(tx)
    .select(own)
    .from(qualityTests)
    .innerJoin(twins, eq(twins.id, qualityTests.twinId))
    .where(and(eq(qualityTests.id, testId), isNull(twins.deletedAt)));
  return row;
}

export type TestedRow = QualityTestRow & {
  last: Pick<
    typeof qualityResults.$inferSelect,
    "runId" | "testRevision" | "verdict" | "isLeak" | "isOverRefusal" | "createdAt"
  > | null;
};

/** Newest first, each with what its last run said. */
export function listQualityTests(
  tx: TenantTx,
  { twinId, after, limit }: { twinId: string; after: Position | null; limit: number },
): Promise<TestedRow[]> {
  const last = on(tx)
    .select({
      runId: qualityResults.runId,
      testRevision: qualityResults.testRevision,
      verdict: qualityResults.verdict,
      isLeak: qualityResults.isLeak,
      isOverRefusal: qualityResults.isOverRefusal,
      createdAt: qualityResults.createdAt,
    })
    .from(qualityResults)
    .where(and(eq(qualityResults.testId, qualityTests.id), eq(qualityResults.side, "tested")))
    .orderBy(desc(qualityResults.createdAt), desc(qualityResults.id))
    .limit(1)
    .as("last");
  return on(tx)
    .select({
      ...own,
      last: {
        runId: last.runId,
        testRevision: last.testRevision,
        verdict: last.verdict,
        isLeak: last.isLeak,
        isOverRefusal: last.isOverRefusal,
        createdAt: last.createdAt,
      },
    })
    .from(qualityTests)
    .leftJoinLateral(last, sql`true`)
    .where(
      and(
        eq(qualityTests.twinId, twinId),
        behind({ time: qualityTests.createdAt, id: qualityTests.id }, after),
      ),
    )
    .orderBy(desc(qualityTests.createdAt), desc(qualityTests.id))
    .limit(limit);
}

/** All of a twin, oldest first. */
export function listAllQualityTests(tx: TenantTx, twinId: string): Promise<QualityTestRow[]> {
  return on(tx)
    .select(own)
    .from(qualityTests)
    .where(eq(qualityTests.twinId, twinId))
    .orderBy(asc(qualityTests.createdAt), asc(qualityTests.id));
}

export function countQualityTests(tx: TenantTx, twinId: string): Promise<number> {
  return on(tx).$count(qualityTests, eq(qualityTests.twinId, twinId));
}

/** Tests that name a passage or a source that answers. */
export function countNamingTests(tx: TenantTx, twinId: string): Promise<number> {
  const names = sql`exists (
    select from jsonb_array_elements(${qualityTests.expectations}) as wanted
    join sources on sources.id = (wanted->>'sourceId')::uuid and sources.deleted_at is null
      and (sources.live_version_id is not null or exists (
        select from sources as page where page.parent_id = sources.id
          and page.live_version_id is not null and page.deleted_at is null
      ))
    where wanted->>'kind' in ('cites_source', 'cites_passage')
  )`;
  return on(tx).$count(qualityTests, and(eq(qualityTests.twinId, twinId), names));
}

export interface QualityTestChange {
  testId: string;
  /** The one that the change was made to. */
  revision: number;
  changes: Partial<NewQualityTest>;
}

/** As its next revision; undefined when it is gone, or is not at the revision that was seen. */
export async function updateQualityTest(
  tx: TenantTx,
  { testId, revision, changes }: QualityTestChange,
): Promise<QualityTestRow | undefined> {
  const [row] = await on(tx)
    .update(qualityTests)
    .set({ ...changes, revision: sql`${qualityTests.revision} + 1` })
    .where(and(eq(qualityTests.id, testId), eq(qualityTests.revision, revision)))
    .returning(own);
  return row;
}

export async function deleteQualityTest(tx: TenantTx, testId: string): Promise<void> {
  await on(tx).delete(qualityTests).where(eq(qualityTests.id, testId));
}
