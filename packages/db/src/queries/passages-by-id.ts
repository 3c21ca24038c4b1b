import { and, eq, inArray, isNull } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks } from "../tables/chunks.ts";
import { sources } from "../tables/sources.ts";
import type { PassageRow } from "./passages.ts";
import { isShown, shownLocator, shownText } from "./shown-passage.ts";

export type PassageById = Pick<PassageRow, "id" | "sourceId" | "sourceTitle" | "text" | "locator">;

/** Those of these that are live now. */
export async function listPassagesById(
  tx: TenantTx,
  chunkIds: readonly string[],
): Promise<PassageById[]> {
  if (chunkIds.length === 0) return [];
  return on(tx)
    .select({
      id: chunks.id,
      sourceId: sources.id,
      sourceTitle: sources.title,
      text: shownText,
      locator: shownLocator,
    })
    .from(chunks)
    .innerJoin(sources, eq(sources.liveVersionId, chunks.sourceVersionId))
    .where(and(inArray(chunks.id, [...chunkIds]), isNull(sources.deletedAt), isShown));
}
