import { eq, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Block } from "../tables/document.ts";
import { sourceVersions } from "../tables/source-versions.ts";

export type BlockRow = Block;

/** The structural units of a parsed version from the given position on, in reading order. */
export async function listSourceBlocks(
  tx: TenantTx,
  page: { sourceVersionId: string; from: number; limit: number },
): Promise<BlockRow[]> {
  const bounds = JSON.stringify({ from: page.from, to: page.from + page.limit - 1 });
  const part = sql<BlockRow[] | null>`
    jsonb_path_query_array(${sourceVersions.blocks}, '$[$from to $to]', ${bounds}::jsonb)`;
  const [row] = await on(tx)
    .select({ blocks: part })
    .from(sourceVersions)
    .where(eq(sourceVersions.id, page.sourceVersionId));
  return row?.blocks ?? [];
}
