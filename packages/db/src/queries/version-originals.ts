import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";

export interface Original {
  id: string;
  blobKey: string;
  fileName: string | null;
}

/** The versions whose bytes are there, of a twin or of the tenant, a page at a time, behind the last one seen. */
export async function listOriginals(
  tx: TenantTx,
  { twinId, afterId, limit }: { twinId: string | null; afterId: string | null; limit: number },
): Promise<Original[]> {
  const { id, blobKey, fileName, reclaimedAt } = sourceVersions;
  const rows = await on(tx)
    .select({ id, blobKey: sql<string>`${blobKey}`, fileName })
    .from(sourceVersions)
    .where(
      and(
        sql`${blobKey} is not null`,
        isNull(reclaimedAt),
        twinId ? eq(sourceVersions.twinId, twinId) : undefined,
        afterId ? gt(id, afterId) : undefined,
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
  return rows;
}
