import { eq, isNull, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";

/** From now on nobody else of the tenant adds a source until the transaction ends. */
export async function lockHoldings(tx: TenantTx, tenantId: string): Promise<void> {
  await rowsOf(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`holdings:${tenantId}`}, 0))`,
  );
}

/** Sources that were not removed, and the bytes of all that is kept of them. */
export async function countHoldings(
  tx: TenantTx,
): Promise<{ sources: number; storageBytes: number }> {
  const [row] = await on(tx)
    .select({
      sources: sql<number>`count(distinct ${sources.id})`.mapWith(Number),
      storageBytes: sql<number>`coalesce(sum(${sourceVersions.byteSize}), 0)`.mapWith(Number),
    })
    .from(sources)
    .leftJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(isNull(sources.deletedAt));
  return row!;
}
