import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { RunStatus, RunTrigger } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { qualityRuns } from "../tables/quality-runs.ts";
import { twins } from "../tables/twins.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(qualityRuns);
export type QualityRunRow = Omit<typeof qualityRuns.$inferSelect, "tenantId">;

const { configuration: _c, sourceVersions: _s, tests: _t, ...slim } = own;
const head = { ...slim, testCount: sql`jsonb_array_length(${qualityRuns.tests})`.mapWith(Number) };
/** A run without what it was given to ask. */
export type RunHead = Omit<QualityRunRow, "configuration" | "sourceVersions" | "tests"> & {
  testCount: number;
};

export type NewQualityRun = Pick<
  QualityRunRow,
  | "twinId"
  | "trigger"
  | "configuration"
  | "configurationHash"
  | "releaseId"
  | "comparedReleaseId"
  | "contentRevision"
  | "verifiedRevision"
  | "sourceVersions"
  | "tests"
  | "actorKind"
  | "actorId"
>;

export async function insertQualityRun(tx: TenantTx, run: NewQualityRun): Promise<QualityRunRow> {
  return one(await on(tx).insert(qualityRuns).values(run).returning(own));
}

export async function findRunHead(tx: TenantTx, runId: string): Promise<RunHead | undefined> {
  const [row] = await on(tx)
    .select(head)
    .from(qualityRuns)
    .innerJoin(twins, eq(twins.id, qualityRuns.twinId))
    .where(and(eq(qualityRuns.id, runId), isNull(twins.deletedAt)));
  return row;
}

export async function findQualityRun(
  tx: TenantTx,
  runId: string,
): Promise<QualityRunRow | undefined> {
  const [row] = await on(tx)
    .select(own)
    .from(qualityRuns)
    .innerJoin(twins, eq(twins.id, qualityRuns.twinId))
    .where(and(eq(qualityRuns.id, runId), isNull(twins.deletedAt)));
  return row;
}

export interface QualityRunFilter {
  twinId: string;
  statuses?: readonly RunStatus[];
  trigger?: RunTrigger;
  /** Of the draft, or else of releases. */
  isDraft?: boolean;
  after?: Position | null;
  limit: number;
}

/** Newest first. */
export function listQualityRuns(
  tx: TenantTx,
  { twinId, statuses, trigger, isDraft, after, limit }: QualityRunFilter,
): Promise<RunHead[]> {
  return on(tx)
    .select(head)
    .from(qualityRuns)
    .where(
      and(
        eq(qualityRuns.twinId, twinId),
        statuses && inArray(qualityRuns.status, [...statuses]),
        trigger && eq(qualityRuns.trigger, trigger),
        isDraft === undefined ? undefined : ofDraft(isDraft),
        behind({ time: qualityRuns.createdAt, id: qualityRuns.id }, after),
      ),
    )
    .orderBy(desc(qualityRuns.createdAt), desc(qualityRuns.id))
    .limit(limit);
}

function ofDraft(isDraft: boolean) {
  return isDraft ? isNull(qualityRuns.releaseId) : isNotNull(qualityRuns.releaseId);
}

/** The newest runs of one configuration over one state of what the twin knows. */
export function listRunsOver(
  tx: TenantTx,
  search: Pick<
    QualityRunRow,
    "twinId" | "configurationHash" | "contentRevision" | "verifiedRevision"
  > & { statuses: readonly RunStatus[]; limit: number },
): Promise<QualityRunRow[]> {
  return on(tx)
    .select(own)
    .from(qualityRuns)
    .where(
      and(
        eq(qualityRuns.twinId, search.twinId),
        eq(qualityRuns.configurationHash, search.configurationHash),
        eq(qualityRuns.contentRevision, search.contentRevision),
        eq(qualityRuns.verifiedRevision, search.verifiedRevision),
        inArray(qualityRuns.status, [...search.statuses]),
      ),
    )
    .orderBy(desc(qualityRuns.createdAt), desc(qualityRuns.id))
    .limit(search.limit);
}

export async function addTokensSpent(
  tx: TenantTx,
  { runId, tokens }: { runId: string; tokens: number },
): Promise<void> {
  if (tokens === 0) return;
  await on(tx)
    .update(qualityRuns)
    .set({ tokensSpent: sql`${qualityRuns.tokensSpent} + ${tokens}` })
    .where(eq(qualityRuns.id, runId));
}

export interface RunEnd {
  runId: string;
  status: Exclude<RunStatus, "running">;
  summary?: object;
  failureReason?: string;
}

/** Ends a run, once: one that has ended before stays as it is. */
export async function endQualityRun(tx: TenantTx, { runId, ...end }: RunEnd): Promise<void> {
  await on(tx)
    .update(qualityRuns)
    .set({ ...end, finishedAt: sql`now()` })
    .where(and(eq(qualityRuns.id, runId), eq(qualityRuns.status, "running")));
}

/** One that failed or was cancelled goes on where it ended. */
export async function reopenQualityRun(tx: TenantTx, runId: string): Promise<void> {
  await on(tx)
    .update(qualityRuns)
    .set({ status: "running", failureReason: null, finishedAt: null })
    .where(and(eq(qualityRuns.id, runId), inArray(qualityRuns.status, ["failed", "cancelled"])));
}

/** Its owner has looked at what it says. */
export async function markRunSeen(tx: TenantTx, runId: string): Promise<void> {
  await on(tx)
    .update(qualityRuns)
    .set({ seenAt: sql`coalesce(${qualityRuns.seenAt}, now())` })
    .where(eq(qualityRuns.id, runId));
}
