import { and, eq, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";
import { sources } from "../tables/sources.ts";
import { isShown, shownText } from "./shown-passage.ts";

export interface DraftPassage {
  chunkId: string;
  sourceId: string;
  sourceTitle: string;
  text: string;
  locator: Locator;
}

const PASSAGES_OF_ONE = 4;

/** Some passages of what is live, few of each source first; another choice for each seed. */
export function listDraftPassages(
  tx: TenantTx,
  { twinId, seed, limit }: { twinId: string; seed: string; limit: number },
): Promise<DraftPassage[]> {
  const bySeed = sql`md5(${chunks.id}::text || ${seed})`;
  const ranked = on(tx)
    .select({
      chunkId: sql<string>`${chunks.id}`.as("chunk_id"),
      sourceId: sql<string>`${sources.id}`.as("source_id"),
      sourceTitle: sql<string>`${sources.title}`.as("source_title"),
      text: shownText.as("words"),
      locator: chunks.locator,
      turn: sql<number>`row_number() over (partition by ${sources.id} order by ${bySeed})`.as(
        "turn",
      ),
      place: bySeed.as("place"),
    })
    .from(sources)
    .innerJoin(chunks, eq(chunks.sourceVersionId, sources.liveVersionId))
    .where(and(eq(sources.twinId, twinId), isNull(sources.deletedAt), isShown))
    .as("ranked");
  return on(tx)
    .select({
      chunkId: ranked.chunkId,
      sourceId: ranked.sourceId,
      sourceTitle: ranked.sourceTitle,
      text: ranked.text,
      locator: ranked.locator,
    })
    .from(ranked)
    .orderBy(sql`(${ranked.turn} - 1) / ${PASSAGES_OF_ONE}`, ranked.place)
    .limit(limit);
}
