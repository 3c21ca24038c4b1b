import { and, asc, eq, sql } from "drizzle-orm";
import type { PassageChange } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Locator } from "../tables/document.ts";
import { syncPassages } from "../tables/sync-passages.ts";
import { one } from "./one.ts";
import type { PassageChanges } from "./source-syncs.ts";

/** Of each direction; a report that is longer is not read. */
const MAX_KEPT = 1_000;

interface Versions {
  sourceVersionId: string;
  previousVersionId: string | null;
}

/**
 * How many passages of a version stand in the one before, told apart by their text. The same text
 * twice counts twice.
 */
export async function countPassageChanges(
  tx: TenantTx,
  { sourceVersionId, previousVersionId }: Versions,
): Promise<PassageChanges> {
  const hashes = (versionId: string | null) => sql`(
    select content_hash, count(*) as number from chunks
    where source_version_id = ${versionId}::uuid group by content_hash
  )`;
  const rows = await rowsOf<Record<keyof PassageChanges, number | string>>(
    tx,
    sql`
      select
        coalesce(sum(greatest(coalesce(new.number, 0) - coalesce(old.number, 0), 0)), 0) as added,
        coalesce(sum(least(new.number, old.number)) filter (
          where new.number is not null and old.number is not null), 0) as kept,
        coalesce(sum(greatest(coalesce(old.number, 0) - coalesce(new.number, 0), 0)), 0) as removed
      from ${hashes(sourceVersionId)} as new
      full join ${hashes(previousVersionId)} as old using (content_hash)`,
  );
  const { added, kept, removed } = one(rows);
  return { added: Number(added), kept: Number(kept), removed: Number(removed) };
}

/** Keeps what a version says that the one before did not, and the other way round. */
export async function keepPassageChanges(
  tx: TenantTx,
  syncId: string,
  { sourceVersionId, previousVersionId }: Versions,
): Promise<void> {
  const keep = (change: PassageChange, here: string, there: string) =>
    on(tx).execute(sql`
      insert into sync_passages (sync_id, twin_id, change, ordinal, chunk_id, text, locator)
      select ${syncId}::uuid, twin_id, ${change}, ordinal, id, text, locator from chunks as passage
      where source_version_id = ${here}::uuid and not exists (
        select from chunks as other
        where other.source_version_id = ${there}::uuid and other.content_hash = passage.content_hash
      )
      order by ordinal limit ${MAX_KEPT}
      on conflict do nothing`);
  if (!previousVersionId) return;
  await keep("added", sourceVersionId, previousVersionId);
  await keep("removed", previousVersionId, sourceVersionId);
}

export interface ChangedPassage {
  id: string;
  change: PassageChange;
  text: string;
  locator: Locator;
  ordinal: number;
}

/** What was added first, each in its order. */
export function listSyncPassages(
  tx: TenantTx,
  page: {
    syncId: string;
    after: { change: PassageChange; ordinal: number } | null;
    limit: number;
  },
): Promise<ChangedPassage[]> {
  const { syncId, after, limit } = page;
  return on(tx)
    .select({
      id: syncPassages.chunkId,
      change: syncPassages.change,
      text: syncPassages.text,
      locator: syncPassages.locator,
      ordinal: syncPassages.ordinal,
    })
    .from(syncPassages)
    .where(
      and(
        eq(syncPassages.syncId, syncId),
        after
          ? sql`(${syncPassages.change}, ${syncPassages.ordinal}) > (${after.change}, ${after.ordinal}::int)`
          : undefined,
      ),
    )
    .orderBy(asc(syncPassages.change), asc(syncPassages.ordinal))
    .limit(limit);
}
