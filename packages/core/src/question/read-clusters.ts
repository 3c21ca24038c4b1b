import type { ClusterRow } from "@understudy/db/queries/question-clusters";
import {
  listAskedAgain,
  listExamples,
  listTrends,
  type MemberRow,
} from "@understudy/db/queries/question-members";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { type AskedDetail, type QuestionCluster, TREND_WEEKS } from "./contract.ts";

const EXAMPLES = 3;

/** Rows as people see them, with who asked, how it goes, and whether they came back. */
export async function readClusters(
  tx: TenantTx,
  rows: readonly ClusterRow[],
): Promise<QuestionCluster[]> {
  const clusterIds = rows.map(({ id }) => id);
  if (clusterIds.length === 0) return [];
  const [examples, trends, again] = await Promise.all([
    listExamples(tx, { clusterIds, each: EXAMPLES }),
    listTrends(tx, { clusterIds, weeks: TREND_WEEKS }),
    listAskedAgain(tx, clusterIds),
  ]);
  const examplesOf = Map.groupBy(examples, ({ clusterId }) => clusterId);
  const trendOf = Map.groupBy(trends, ({ clusterId }) => clusterId);
  const againOf = new Map(again.map((each) => [each.clusterId, each]));
  return rows.map((row) => {
    const back = againOf.get(row.id);
    return {
      ...readRow(row),
      trend: readTrend(trendOf.get(row.id) ?? []),
      examples: (examplesOf.get(row.id) ?? []).map(({ clusterId: _, lastAskedAt, ...example }) => ({
        ...example,
        lastAskedAt: lastAskedAt.toISOString(),
      })),
      cameBack: back
        ? { people: back.people, given: back.given, lastAskedAt: back.lastAskedAt.toISOString() }
        : null,
    };
  });
}

function readRow(row: ClusterRow) {
  return {
    id: row.id,
    twinId: row.twinId,
    question: row.title,
    status: row.status,
    people: row.people,
    timesAsked: row.timesAsked,
    firstAskedAt: row.firstAskedAt.toISOString(),
    lastAskedAt: row.lastAskedAt.toISOString(),
    dismissReason: row.dismissReason,
    settledAt: row.settledAt?.toISOString() ?? null,
    settledBy: row.settledBy,
    verifiedAnswerId: row.verifiedQnaId,
    beliefId: row.beliefId,
    testId: row.qualityTestId,
  };
}

function readTrend(weeks: readonly { weeksAgo: number; people: number }[]): number[] {
  const trend = Array.from({ length: TREND_WEEKS }, () => 0);
  for (const { weeksAgo, people } of weeks) trend[TREND_WEEKS - 1 - weeksAgo] = people;
  return trend;
}

export function readAsked(row: MemberRow): z.infer<typeof AskedDetail> {
  const { channel: _, firstAskedAt: _first, lastAskedAt, ...shown } = row;
  return { ...shown, lastAskedAt: lastAskedAt.toISOString() };
}
