import { eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { exportFiles } from "../tables/exports.ts";
import { one } from "./one.ts";

/** What is older is reclaimed with all files that belong to nothing. */
const KEPT = sql`interval '23 hours'`;

type NewExport = Pick<typeof exportFiles.$inferInsert, "twinId" | "format" | "filter" | "userId">;

export async function insertExport(tx: TenantTx, values: NewExport): Promise<string> {
  const { id } = exportFiles;
  return one(await on(tx).insert(exportFiles).values(values).returning({ id })).id;
}

export async function findExport(tx: TenantTx, exportId: string) {
  const { tenantId: _tenantId, ...shown } = getTableColumns(exportFiles);
  const [row] = await on(tx)
    .select({
      ...shown,
      isExpired: sql<boolean>`coalesce(${exportFiles.expiresAt} <= now(), false)`,
    })
    .from(exportFiles)
    .where(eq(exportFiles.id, exportId));
  return row;
}

export async function finishExport(
  tx: TenantTx,
  { exportId, ...file }: WrittenExport,
): Promise<void> {
  await on(tx)
    .update(exportFiles)
    .set({ ...file, expiresAt: sql`now() + ${KEPT}` })
    .where(eq(exportFiles.id, exportId));
}

interface WrittenExport {
  exportId: string;
  blobKey: string;
  conversationCount: number;
  byteSize: number;
}
