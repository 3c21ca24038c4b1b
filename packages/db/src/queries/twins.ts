import {
  and,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";
import { planRetest } from "./plan-retest.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(twins);
/** Written out: in a query of one table Drizzle drops the table's name, and the inner one would win. */
const sourceCount = sql`(
  select count(*) from sources
  where sources.twin_id = twins.id and sources.deleted_at is null and sources.kind <> 'belief'
)`
  .mapWith(Number)
  .as("source_count");

/** A twin without what is counted for it. */
export type PlainTwinRow = Omit<typeof twins.$inferSelect, "tenantId">;
export type TwinRow = PlainTwinRow & { sourceCount: number };

export type NewTwin = Omit<
  typeof twins.$inferInsert,
  | "id"
  | "tenantId"
  | "contentRevision"
  | "verifiedRevision"
  | "currentReleaseId"
  | "archivedAt"
  | "deletedAt"
  | "createdAt"
  | "updatedAt"
>;

export async function insertTwin(tx: TenantTx, values: NewTwin): Promise<TwinRow> {
  const row = one(await on(tx).insert(twins).values(values).returning(own));
  return { ...row, sourceCount: 0 };
}

export async function findTwin(tx: TenantTx, twinId: string): Promise<TwinRow | undefined> {
  const [row] = await on(tx)
    .select({ ...own, sourceCount })
    .from(twins)
    .where(and(eq(twins.id, twinId), isNull(twins.deletedAt)));
  return row;
}

export async function findTwinByHandle(tx: TenantTx, handle: string): Promise<TwinRow | undefined> {
  const [row] = await on(tx)
    .select({ ...own, sourceCount })
    .from(twins)
    .where(and(eq(twins.handle, handle), isNull(twins.deletedAt)));
  return row;
}

export function listTwins(
  tx: TenantTx,
  { after, limit, archived }: { after?: Position | null; limit: number; archived: boolean },
): Promise<TwinRow[]> {
  return on(tx)
    .select({ ...own, sourceCount })
    .from(twins)
    .where(
      and(
        isNull(twins.deletedAt),
        archived ? isNotNull(twins.archivedAt) : isNull(twins.archivedAt),
        behind({ time: twins.createdAt, id: twins.id }, after),
      ),
    )
    .orderBy(desc(twins.createdAt), desc(twins.id))
    .limit(limit);
}

/** Of those that are not removed, the newest first. */
export function listTwinNames(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  return on(tx)
    .select({ id: twins.id, name: twins.name })
    .from(twins)
    .where(isNull(twins.deletedAt))
    .orderBy(desc(twins.createdAt), desc(twins.id))
    .limit(MOST_NAMES);
}

const MOST_NAMES = 500;

/** How many of these twins exist and are visible to the scope. */
export function countTwins(tx: TenantTx, twinIds: readonly string[]): Promise<number> {
  if (twinIds.length === 0) return Promise.resolve(0);
  return on(tx).$count(twins, and(inArray(twins.id, [...twinIds]), isNull(twins.deletedAt)));
}

/** As it stands when nothing else changes it until the transaction ends. */
export async function lockTwin(tx: TenantTx, twinId: string): Promise<PlainTwinRow | undefined> {
  const [row] = await on(tx)
    .select(own)
    .from(twins)
    .where(and(eq(twins.id, twinId), isNull(twins.deletedAt)))
    .for("update");
  return row;
}

/** Undefined for a twin that is not there, not yours, or deleted. */
export async function findContentRevision(
  tx: TenantTx,
  twinId: string,
): Promise<bigint | undefined> {
  const [row] = await on(tx)
    .select({ contentRevision: twins.contentRevision })
    .from(twins)
    .where(and(eq(twins.id, twinId), isNull(twins.deletedAt)));
  return row?.contentRevision;
}

/** Tells every process that what retrieval may see has changed; in the transaction that changes it. */
export async function bumpContentRevision(tx: TenantTx, twinId: string): Promise<void> {
  await on(tx)
    .update(twins)
    .set({ contentRevision: sql`${twins.contentRevision} + 1` })
    .where(eq(twins.id, twinId));
  await planRetest(tx, twinId);
}

export function updateTwin(
  tx: TenantTx,
  { twinId, changes }: { twinId: string; changes: Partial<NewTwin> },
): Promise<TwinRow | undefined> {
  const { boundaries, ...others } = changes;
  const merged = sql`${twins.boundaries} || ${JSON.stringify(boundaries)}::text::jsonb`;
  const values = { ...others, ...(boundaries && { boundaries: merged }) };
  return change(tx, and(eq(twins.id, twinId), isNull(twins.deletedAt)), values);
}

export function archiveTwin(tx: TenantTx, twinId: string): Promise<TwinRow | undefined> {
  const where = and(eq(twins.id, twinId), isNull(twins.deletedAt));
  return change(tx, where, { archivedAt: sql`coalesce(${twins.archivedAt}, now())` });
}

/** Undoes an archiving or a removal. */
export function restoreTwin(tx: TenantTx, twinId: string): Promise<TwinRow | undefined> {
  const values = { archivedAt: null, deletedAt: null };
  return change(tx, eq(twins.id, twinId), { ...values, contentRevision: grown });
}

/** Invisible at once; a purge reclaims what it owned after the time to undo. */
export function removeTwin(tx: TenantTx, twinId: string): Promise<TwinRow | undefined> {
  const where = and(eq(twins.id, twinId), isNull(twins.deletedAt));
  return change(tx, where, { deletedAt: sql`now()`, contentRevision: grown });
}

const grown = sql`${twins.contentRevision} + 1`;

type Changes = PgUpdateSetSource<typeof twins>;

async function change(
  tx: TenantTx,
  where: SQL | undefined,
  changes: Changes,
): Promise<TwinRow | undefined> {
  const values = { ...changes, updatedAt: sql`now()` };
  const [row] = await on(tx).update(twins).set(values).where(where).returning(own);
  if (!row) return undefined;
  const isCounted = and(isNull(sources.deletedAt), ne(sources.kind, "belief"));
  const live = and(eq(sources.twinId, row.id), isCounted);
  return { ...row, sourceCount: await on(tx).$count(sources, live) };
}
