import { eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversationExports } from "../tables/exports.ts";
import { one } from "./one.ts";

/** What is older is reclaimed with all files that belong to nothing. */
const KEPT = sql`interval '23 hours'`;

type NewExport = Pick<
  typeof conversationExports.$inferInsert,
  "twinId" | "format" | "filter" | "userId"
>;

export async function insertExport(tx: TenantTx, values: NewExport): Promise<string> {
  const { id } = conversationExports;
  return one(await on(tx).insert(conversationExports).values(values).returning({ id })).id;
}

export async function findExport(tx: TenantTx, exportId: string) {
  const { tenantId: _tenantId, ...shown } = getTableColumns(conversationExports);
  const [row] = await on(tx)
    .select({
      ...shown,
      isExpired: sql<boolean>`coalesce(${conversationExports.expiresAt} <= now(), false)`,
    })
    .from(conversationExports)
    .where(eq(conversationExports.id, exportId));
  return row;
}

export async function finishExport(
  tx: TenantTx,
  { exportId, ...file }: WrittenExport,
): Promise<void> {
  await on(tx)
    .update(conversationExports)
    .set({ ...file, expiresAt: sql`now() + ${KEPT}` })
    .where(eq(conversationExports.id, exportId));
}

interface WrittenExport {
  exportId: string;
  blobKey: string;
  conversationCount: number;
  byteSize: number;
}
