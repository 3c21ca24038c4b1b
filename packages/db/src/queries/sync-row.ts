import { desc, eq, sql } from "drizzle-orm";
import type { PageOutcome, SyncStatus, SyncTrigger } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceSyncs } from "../tables/source-syncs.ts";
import { sources } from "../tables/sources.ts";

/** As the database writes it into JSON, so that it fits one column of another row. */
export interface SyncRow {
  id: string;
  sourceId: string;
  jobId: string | null;
  trigger: SyncTrigger;
  status: SyncStatus;
  failureReason: string | null;
  failureMessage: string | null;
  passagesAdded: number;
  passagesKept: number;
  passagesRemoved: number;
  pages: Partial<Record<PageOutcome, number>> | null;
  createdAtMs: number;
  finishedAtMs: number | null;
}

/** Of a row of `source_syncs`. */
export const syncRow = sql<SyncRow>`json_build_object(
  'id', ${sourceSyncs.id},
  'sourceId', ${sourceSyncs.sourceId},
  'jobId', ${sourceSyncs.jobId},
  'trigger', ${sourceSyncs.trigger},
  'status', ${sourceSyncs.status},
  'failureReason', ${sourceSyncs.failureReason},
  'failureMessage', ${sourceSyncs.failureMessage},
  'passagesAdded', ${sourceSyncs.passagesAdded},
  'passagesKept', ${sourceSyncs.passagesKept},
  'passagesRemoved', ${sourceSyncs.passagesRemoved},
  'createdAtMs', extract(epoch from ${sourceSyncs.createdAt}) * 1000,
  'finishedAtMs', extract(epoch from ${sourceSyncs.finishedAt}) * 1000,
  'pages', (
    select json_object_agg(counted.outcome, counted.number) from (
      select outcome, count(*) as number from sync_pages
      where sync_pages.sync_id = source_syncs.id group by outcome
    ) as counted
  )
)`;

/** The newest sync of a source, for a lateral join with it. */
export function newestSync(tx: TenantTx) {
  return on(tx)
    .select({ row: syncRow.as("row") })
    .from(sourceSyncs)
    .where(eq(sourceSyncs.sourceId, sources.id))
    .orderBy(desc(sourceSyncs.createdAt), desc(sourceSyncs.id))
    .limit(1)
    .as("newest_sync");
}
