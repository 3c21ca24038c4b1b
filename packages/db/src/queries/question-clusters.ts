import { and, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { ClarificationStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { questionClusters } from "../tables/question-clusters.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(questionClusters);
export type ClusterRow = Omit<typeof questionClusters.$inferSelect, "tenantId">;

/** By how many people asked and how lately. */
export function listClusters(
  tx: TenantTx,
  filter: {
    twinId: string;
    status: ClarificationStatus;
    after: readonly [rank: number, id: string] | null;
    limit: number;
  },
): Promise<ClusterRow[]> {
  const { twinId, status, rank, id, mergedIntoId } = questionClusters;
  const behind =
    filter.after &&
    sql`(${rank}, ${id}) < (${filter.after[0]}::double precision, ${filter.after[1]}::uuid)`;
  const isShown = and(eq(twinId, filter.twinId), eq(status, filter.status), isNull(mergedIntoId));
  return on(tx)
    .select(shown)
    .from(questionClusters)
    .where(and(isShown, behind ?? undefined))
    .orderBy(desc(rank), desc(id))
    .limit(filter.limit);
}

/** How many there are of each, that its tabs say so. */
export async function countClusters(
  tx: TenantTx,
  twinId: string,
): Promise<Record<ClarificationStatus, number>> {
  const rows = await on(tx)
    .select({ status: questionClusters.status, count: sql<number>`count(*)::int` })
    .from(questionClusters)
    .where(and(eq(questionClusters.twinId, twinId), isNull(questionClusters.mergedIntoId)))
    .groupBy(questionClusters.status);
  const counts = { open: 0, answered: 0, dismissed: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/** Also by the id of one that was merged into it. */
export async function findCluster(
  tx: TenantTx,
  clusterId: string,
): Promise<ClusterRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(questionClusters)
    .where(eq(questionClusters.id, clusterId));
  return row?.mergedIntoId ? findCluster(tx, row.mergedIntoId) : row;
}

export type Settling = Pick<ClusterRow, "status"> &
  Partial<
    Pick<
      ClusterRow,
      "dismissReason" | "verifiedQnaId" | "verifiedVersion" | "beliefId" | "qualityTestId"
    >
  > & { settledBy: string | null };

/** Makes an open one the caller's. Undefined when somebody else was first; of two at once the second waits for the first. */
export function claimCluster(
  tx: TenantTx,
  { clusterId, ...settling }: Settling & { clusterId: string },
): Promise<ClusterRow | undefined> {
  return update(tx, isOf(clusterId, "open"), {
    ...settling,
    settledAt: sql`now()`,
    cameBackAt: null,
  });
}

/** What the owner's answer became. */
export async function saveClusterAnswer(
  tx: TenantTx,
  clusterId: string,
  became: Partial<
    Pick<ClusterRow, "verifiedQnaId" | "verifiedVersion" | "beliefId" | "qualityTestId">
  >,
): Promise<void> {
  await update(tx, eq(questionClusters.id, clusterId), became);
}

/** Open again, as if nothing had been decided; undefined where it stands otherwise than was seen. */
export function reopenCluster(
  tx: TenantTx,
  { clusterId, status }: { clusterId: string; status: ClarificationStatus },
): Promise<ClusterRow | undefined> {
  return update(tx, isOf(clusterId, status), {
    status: "open",
    settledAt: null,
    settledBy: null,
    dismissReason: null,
  });
}

const isOf = (clusterId: string, status: ClarificationStatus) =>
  and(eq(questionClusters.id, clusterId), eq(questionClusters.status, status));

async function update(
  tx: TenantTx,
  where: SQL | undefined,
  changes: Parameters<ReturnType<ReturnType<typeof on>["update"]>["set"]>[0],
): Promise<ClusterRow | undefined> {
  const [row] = await on(tx)
    .update(questionClusters)
    .set(changes)
    .where(and(where, isNull(questionClusters.mergedIntoId)))
    .returning(shown);
  return row;
}

/** What was answered is open again: it was asked since, and not answered. */
export async function markCameBack(tx: TenantTx, clusterId: string): Promise<void> {
  const changes = { status: "open", cameBackAt: sql`now()` } as const;
  await update(tx, isOf(clusterId, "answered"), changes);
}

/**
 * Where one question was answered or set aside by itself, so is its cluster, if it holds no other; by the
 * question or by what it was answered with.
 */
export async function settleClustersOf(
  tx: TenantTx,
  asked: { twinId: string; questionKey: string } | { messageId: string },
  settled: Pick<Settling, "status" | "verifiedQnaId" | "beliefId" | "verifiedVersion">,
): Promise<void> {
  const which =
    "messageId" in asked
      ? sql`message_id = ${asked.messageId}`
      : sql`twin_id = ${asked.twinId} and question_key = ${asked.questionKey}`;
  const isAlone = sql`${questionClusters.id} in (
    select own.cluster_id from question_members own where own.cluster_id in (
      select cluster_id from question_members where ${which})
    group by own.cluster_id having count(distinct own.question_key) = 1)`;
  await on(tx)
    .update(questionClusters)
    .set({ ...settled, settledAt: sql`now()`, cameBackAt: null })
    .where(and(eq(questionClusters.status, "open"), isAlone));
}

/** Those of these that are still to be answered; nobody changes them until this transaction ends. */
export async function lockOpenClusters(
  tx: TenantTx,
  clusterIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await on(tx)
    .select({ id: questionClusters.id })
    .from(questionClusters)
    .where(
      and(
        inArray(questionClusters.id, [...clusterIds]),
        eq(questionClusters.status, "open"),
        isNull(questionClusters.mergedIntoId),
      ),
    )
    .orderBy(questionClusters.id)
    .for("update");
  return new Set(rows.map(({ id }) => id));
}
