import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { SyncInterval } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";

/** What was paused is settled with it. */
export async function setSyncEvery(
  tx: TenantTx,
  { sourceId, syncEvery }: { sourceId: string; syncEvery: SyncInterval | null },
): Promise<void> {
  await on(tx)
    .update(sources)
    .set({ syncEvery, pausedSyncEvery: null })
    .where(eq(sources.id, sourceId));
}

/** Those of a twin that wait to be turned on. */
export async function listPausedSchedules(
  tx: TenantTx,
  twinId: string,
): Promise<{ id: string; syncEvery: SyncInterval }[]> {
  const rows = await on(tx)
    .select({ id: sources.id, syncEvery: sources.pausedSyncEvery })
    .from(sources)
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        isNotNull(sources.pausedSyncEvery),
      ),
    )
    .orderBy(asc(sources.id));
  return rows.flatMap(({ id, syncEvery }) => (syncEvery ? [{ id, syncEvery }] : []));
}

export interface Schedule {
  id: string;
  twinId: string;
  syncEvery: SyncInterval | null;
}

/** Also of a source that is removed and may be restored. */
export async function findSchedule(tx: TenantTx, sourceId: string): Promise<Schedule | undefined> {
  const { id, twinId, syncEvery } = sources;
  const [row] = await on(tx)
    .select({ id, twinId, syncEvery })
    .from(sources)
    .where(eq(id, sourceId));
  return row;
}
