import { desc, eq, getTableColumns, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { twinImports } from "../tables/twin-imports.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...columns } = getTableColumns(twinImports);
const shown = {
  ...columns,
  jobStatus: sql<string | null>`(select status from jobs where jobs.id = ${twinImports.jobId})`,
};
export type TwinImportRow = Omit<typeof twinImports.$inferSelect, "tenantId"> & {
  jobStatus: string | null;
};

type NewImport = Pick<
  typeof twinImports.$inferInsert,
  "name" | "blobKey" | "byteSize" | "signer" | "counts" | "userId"
>;

export async function insertImport(tx: TenantTx, values: NewImport): Promise<string> {
  const { id } = twinImports;
  return one(await on(tx).insert(twinImports).values(values).returning({ id })).id;
}

export async function findImport(
  tx: TenantTx,
  importId: string,
): Promise<TwinImportRow | undefined> {
  const [row] = await on(tx).select(shown).from(twinImports).where(eq(twinImports.id, importId));
  return row;
}

/** Newest first. */
export function listImports(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<TwinImportRow[]> {
  return on(tx)
    .select(shown)
    .from(twinImports)
    .where(behind({ time: twinImports.createdAt, id: twinImports.id }, after))
    .orderBy(desc(twinImports.createdAt), desc(twinImports.id))
    .limit(limit);
}

export async function updateImport(
  tx: TenantTx,
  { importId, ...changes }: { importId: string } & Partial<Omit<TwinImportRow, "jobStatus">>,
): Promise<void> {
  await on(tx).update(twinImports).set(changes).where(eq(twinImports.id, importId));
}

export async function finishImport(
  tx: TenantTx,
  { importId, qualityRunId }: { importId: string; qualityRunId: string | null },
): Promise<void> {
  await on(tx)
    .update(twinImports)
    .set({ qualityRunId, finishedAt: sql`now()` })
    .where(eq(twinImports.id, importId));
}

/** How many of a twin's sources there are, and how many have come to an end. */
export async function countSettled(
  tx: TenantTx,
  twinId: string,
): Promise<{ total: number; settled: number; failed: number }> {
  const [row] = await rowsOf<Record<"total" | "settled" | "failed", number>>(
    tx,
    sql`
      select count(*)::int as total,
        count(*) filter (where status <> 'processing')::int as settled,
        count(*) filter (where status = 'failed')::int as failed
      from sources where twin_id = ${twinId} and deleted_at is null`,
  );
  return row ?? { total: 0, settled: 0, failed: 0 };
}
