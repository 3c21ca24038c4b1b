import { eq } from "drizzle-orm";
import type { PageOutcome } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { syncPages } from "../tables/source-syncs.ts";

/** What became of one address of a site, or of one member of an archive. */
export interface SyncPage {
  address: string;
  outcome: PageOutcome;
  /** A stable key, such as `robots`; null where nothing needs explaining. */
  reason: string | null;
  sourceId: string | null;
}

/** An address that is recorded already stays as it is. */
export async function insertSyncPages(
  tx: TenantTx,
  { sync, pages }: { sync: { id: string; twinId: string }; pages: readonly SyncPage[] },
): Promise<void> {
  if (pages.length === 0) return;
  const owner = { syncId: sync.id, twinId: sync.twinId };
  await on(tx)
    .insert(syncPages)
    .values(pages.map((page) => ({ ...page, ...owner })))
    .onConflictDoNothing({ target: [syncPages.syncId, syncPages.address] });
}

/** All that a sync has recorded so far. */
export function listRecordedPages(tx: TenantTx, syncId: string): Promise<SyncPage[]> {
  const { address, outcome, reason, sourceId } = syncPages;
  return on(tx)
    .select({ address, outcome, reason, sourceId })
    .from(syncPages)
    .where(eq(syncPages.syncId, syncId));
}
