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

export interface Held {
  twinId: string;
  /** The key that added it; null: nobody's. */
  keyId: string | null;
  sources: number;
  storageBytes: number;
}

/** Sources that were not removed, and the bytes of all that is kept of them, by twin and key. */
export function listHoldings(tx: TenantTx): Promise<Held[]> {
  return on(tx)
    .select({
      twinId: sources.twinId,
      keyId: sources.addedByKeyId,
      sources: sql<number>`count(distinct ${sources.id})`.mapWith(Number),
      storageBytes: sql<number>`coalesce(sum(${sourceVersions.byteSize}), 0)`.mapWith(Number),
    })
    .from(sources)
    .leftJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(isNull(sources.deletedAt))
    .groupBy(sources.twinId, sources.addedByKeyId);
}
