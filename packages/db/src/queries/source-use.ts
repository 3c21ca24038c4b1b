import { inArray, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";

export interface SourceName {
  sourceId: string;
  title: string;
  kind: string;
}

/** Also of those that were removed. */
export async function listSourceNames(
  tx: TenantTx,
  sourceIds: readonly string[],
): Promise<SourceName[]> {
  if (sourceIds.length === 0) return [];
  return on(tx)
    .select({ sourceId: sources.id, title: sources.title, kind: sources.kind })
    .from(sources)
    .where(inArray(sources.id, [...sourceIds]));
}

/** Live sources with passages of their own, none of which is among those that were cited. */
export async function listUncited(
  tx: TenantTx,
  { twinId, cited, limit }: { twinId: string; cited: readonly string[]; limit: number },
): Promise<{ count: number; examples: { sourceId: string; title: string }[] }> {
  const rows = await rowsOf<{ sourceId: string; title: string; count: number }>(
    tx,
    sql`
      select id as "sourceId", title, count(*) over ()::int as count from sources
      where twin_id = ${twinId} and deleted_at is null and status = 'live' and live_version_id is not null
        and kind not in ('belief', 'qna') and id <> all (${`{${cited.join(",")}}`}::uuid[])
      order by created_at, id limit ${limit}`,
  );
  const examples = rows.map(({ sourceId, title }) => ({ sourceId, title }));
  return { count: rows[0]?.count ?? 0, examples };
}
