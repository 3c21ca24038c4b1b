import { eq } from "drizzle-orm";
import type { SyncInterval } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sources } from "../tables/sources.ts";

export async function setSyncEvery(
  tx: TenantTx,
  { sourceId, syncEvery }: { sourceId: string; syncEvery: SyncInterval | null },
): Promise<void> {
  await on(tx).update(sources).set({ syncEvery }).where(eq(sources.id, sourceId));
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
