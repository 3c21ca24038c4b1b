import { and, desc, eq, getTableColumns, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { ErasureKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { AuthTx, TenantTx } from "../scope.ts";
import { erasures } from "../tables/erasures.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(erasures);
export type ErasureRow = Omit<typeof erasures.$inferSelect, "tenantId">;

export interface NewErasure {
  kind: ErasureKind;
  subjectId: string;
  twinId: string | null;
  actorKind: string;
  actorId: string | null;
  delaySeconds: number;
}

const isOpen = and(isNull(erasures.completedAt), isNull(erasures.cancelledAt));

/** The erasure of the subject, as it was asked for first. */
export async function insertErasure(
  tx: TenantTx,
  { delaySeconds, ...values }: NewErasure,
): Promise<{ row: ErasureRow; isNew: boolean }> {
  const dueAt = sql`now() + make_interval(secs => ${delaySeconds})`;
  const [row] = await on(tx)
    .insert(erasures)
    .values({ ...values, dueAt })
    .onConflictDoNothing()
    .returning(shown);
  if (row) return { row, isNew: true };
  return { row: one(await openErasureOf(tx, values.subjectId)), isNew: false };
}

function openErasureOf(tx: TenantTx, subjectId: string): Promise<ErasureRow[]> {
  return on(tx)
    .select(shown)
    .from(erasures)
    .where(and(eq(erasures.subjectId, subjectId), isOpen));
}

/** One that has been asked for and neither called off nor completed. */
export async function findOpenErasure(
  tx: TenantTx,
  subjectId: string,
): Promise<ErasureRow | undefined> {
  return (await openErasureOf(tx, subjectId))[0];
}

export async function findErasure(
  tx: TenantTx,
  erasureId: string,
): Promise<ErasureRow | undefined> {
  const [row] = await on(tx).select(shown).from(erasures).where(eq(erasures.id, erasureId));
  return row;
}

/** Newest first. */
export function listErasures(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<ErasureRow[]> {
  return on(tx)
    .select(shown)
    .from(erasures)
    .where(behind({ time: erasures.createdAt, id: erasures.id }, after))
    .orderBy(desc(erasures.createdAt), desc(erasures.id))
    .limit(limit);
}

export async function setErasureJob(
  tx: TenantTx,
  { erasureId, jobId }: { erasureId: string; jobId: string },
): Promise<void> {
  await on(tx).update(erasures).set({ jobId }).where(eq(erasures.id, erasureId));
}

/** False when its day has come, or it has ended. */
export async function cancelErasure(tx: TenantTx, erasureId: string): Promise<boolean> {
  const rows = await on(tx)
    .update(erasures)
    .set({ cancelledAt: sql`now()` })
    .where(and(eq(erasures.id, erasureId), isOpen, gt(erasures.dueAt, sql`now()`)))
    .returning({ id: erasures.id });
  return rows.length > 0;
}

/** From now on it cannot be called off; what is looked for stays known to later attempts. */
export async function startErasure(
  tx: TenantTx,
  { erasureId, scope, removed }: StartedErasure,
): Promise<ErasureRow> {
  const rows = await on(tx)
    .update(erasures)
    .set({ scope, removed, startedAt: sql`coalesce(${erasures.startedAt}, now())` })
    .where(eq(erasures.id, erasureId))
    .returning(shown);
  return one(rows);
}

export interface StartedErasure {
  erasureId: string;
  scope: object;
  removed: Record<string, number>;
}

/** What was looked for is forgotten with it. */
export async function completeErasure(
  tx: TenantTx,
  { erasureId, receipt }: { erasureId: string; receipt: object },
): Promise<void> {
  await on(tx)
    .update(erasures)
    .set({ receipt, scope: null, completedAt: sql`now()` })
    .where(eq(erasures.id, erasureId));
}

/** Of tenants that are gone, or are about to go, as this account asked for. */
export function listTenantErasuresOf(tx: AuthTx, userId: string): Promise<ErasureRow[]> {
  return on(tx)
    .select(shown)
    .from(erasures)
    .where(and(eq(erasures.actorId, userId), eq(erasures.kind, "tenant")))
    .orderBy(desc(erasures.createdAt), desc(erasures.id))
    .limit(100);
}

/** The tenants of which only their log is left. */
export async function listErasedTenants(tx: AuthTx): Promise<string[]> {
  const rows = await on(tx)
    .select({ id: erasures.subjectId })
    .from(erasures)
    .where(and(eq(erasures.kind, "tenant"), isNotNull(erasures.completedAt)));
  return rows.map(({ id }) => id);
}
