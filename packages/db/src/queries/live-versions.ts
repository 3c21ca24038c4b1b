import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";

/** What a twin knows now: the version of each source that answers, by the source's id. */
export async function listLiveVersions(
  tx: TenantTx,
  twinId: string,
): Promise<Record<string, string>> {
  const rows = await on(tx)
    .select({ id: sources.id, versionId: sources.liveVersionId })
    .from(sources)
    .where(
      and(eq(sources.twinId, twinId), isNull(sources.deletedAt), isNotNull(sources.liveVersionId)),
    );
  return Object.fromEntries(rows.map(({ id, versionId }) => [id, versionId!]));
}
