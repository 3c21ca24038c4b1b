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

/** The site or archive that each of a twin's sources came with, by the source's id. */
export async function listSourceParents(
  tx: TenantTx,
  twinId: string,
): Promise<Map<string, string | null>> {
  const rows = await on(tx)
    .select({ id: sources.id, parentId: sources.parentId })
    .from(sources)
    .where(and(eq(sources.twinId, twinId), isNull(sources.deletedAt)));
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
}
