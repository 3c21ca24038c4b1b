import { getTableColumns, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { usageQuotas } from "../tables/usage.ts";

const {
  id: _id,
  tenantId: _tenantId,
  updatedAt: _updatedAt,
  ...columns
} = getTableColumns(usageQuotas);
const { subjectId } = columns;

/** Null: no limit. */
export type QuotaRow = Omit<typeof usageQuotas.$inferSelect, "id" | "tenantId" | "updatedAt">;
export type Quota = Omit<QuotaRow, "subjectId">;

/** Subjects that stand for every key, and for every visitor, each for itself. */
export const EACH_KEY = "00000000-0000-7000-8000-000000000001";
export const EACH_VISITOR = "00000000-0000-7000-8000-000000000002";

/** Those of these subjects, or all of the tenant's. */
export function listQuotas(tx: TenantTx, subjectIds?: readonly string[]): Promise<QuotaRow[]> {
  return on(tx)
    .select(columns)
    .from(usageQuotas)
    .where(subjectIds && inArray(subjectId, [...new Set(subjectIds)]));
}

/** What is not given stays as it is. */
export async function saveQuota(
  tx: TenantTx,
  subjectId: string,
  changes: Partial<Quota>,
): Promise<void> {
  await on(tx)
    .insert(usageQuotas)
    .values({ subjectId, ...changes })
    .onConflictDoUpdate({
      target: [usageQuotas.tenantId, usageQuotas.subjectId],
      set: { ...changes, updatedAt: sql`now()` },
    });
}
