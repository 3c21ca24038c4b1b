import { and, eq, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";
import { isSourceWithin, type Reach } from "./reach.ts";
import { isShown, shownLocator, shownText } from "./shown-passage.ts";

/** A chunk as an answer sees it. */
export interface PassageRow {
  id: string;
  sourceId: string;
  sourceTitle: string;
  sourceUrl: string | null;
  sourceVersionId: string;
  ordinal: number;
  /** As it answers: the owner's correction, where there is one. */
  text: string;
  locator: Locator;
  corrected: boolean;
  isPinned: boolean;
}

export interface Place {
  sourceVersionId: string;
  ordinal: number;
}

/**
 * What stands at these places and is live now, or is made for the index that is named; a place that is
 * not live any more, hidden, or not within reach of whoever asks gives no row.
 */
export async function listPassagesAt(
  tx: TenantTx,
  places: readonly Place[],
  { reach, generationId }: { reach: Reach | null; generationId?: string },
): Promise<PassageRow[]> {
  if (places.length === 0) return [];
  const versionIds = places.map(({ sourceVersionId }) => sourceVersionId);
  const ordinals = places.map(({ ordinal }) => ordinal);
  // Two parameters however many places there are: one statement, which stays prepared.
  const wanted = sql`unnest(${`{${versionIds.join(",")}}`}::uuid[], ${`{${ordinals.join(",")}}`}::int[])
    as wanted (version_id, ordinal)`;
  return on(tx)
    .select({
      id: chunks.id,
      sourceId: sources.id,
      sourceTitle: sources.title,
      sourceUrl: sources.url,
      sourceVersionId: chunks.sourceVersionId,
      ordinal: chunks.ordinal,
      text: shownText,
      locator: shownLocator,
      corrected: sql<boolean>`${chunks.state} is not distinct from 'corrected'`,
      isPinned: chunks.isPinned,
    })
    .from(chunks)
    .innerJoin(
      wanted,
      sql`${chunks.sourceVersionId} = wanted.version_id and ${chunks.ordinal} = wanted.ordinal`,
    )
    .innerJoin(sources, generationId ? isOf(generationId) : isLive)
    .innerJoin(twins, eq(twins.id, sources.twinId))
    .where(and(isNull(sources.deletedAt), isNull(twins.deletedAt), isShown, isSourceWithin(reach)));
}

const isLive = eq(sources.liveVersionId, chunks.sourceVersionId);

function isOf(generationId: string) {
  return sql`${sources.id} = (
    select version.source_id from source_versions as version
    where version.id = ${chunks.sourceVersionId}
      and (version.generation_id = ${generationId}::uuid or ${isLive})
  )`;
}
