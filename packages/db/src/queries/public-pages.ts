import { eq, getTableColumns, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { publicPages } from "../tables/public-pages.ts";

const { id: _id, tenantId: _tenantId, ...shown } = getTableColumns(publicPages);
export type PublicPageRow = Omit<typeof publicPages.$inferSelect, "id" | "tenantId">;

export type PublicPageChanges = Partial<Omit<PublicPageRow, "twinId" | "createdAt" | "updatedAt">>;

/** Undefined: as it comes. */
export async function findPublicPage(
  tx: TenantTx,
  twinId: string,
): Promise<PublicPageRow | undefined> {
  const [row] = await on(tx).select(shown).from(publicPages).where(eq(publicPages.twinId, twinId));
  return row;
}

export async function savePublicPage(
  tx: TenantTx,
  { twinId, changes }: { twinId: string; changes: PublicPageChanges },
): Promise<void> {
  await on(tx)
    .insert(publicPages)
    .values({ ...changes, twinId })
    .onConflictDoUpdate({
      target: publicPages.twinId,
      set: { ...changes, updatedAt: sql`now()` },
    });
}
