import { and, asc, eq, exists, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { JobKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sourceSyncs } from "../tables/source-syncs.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";
import { isCollection } from "./collections.ts";

function hasActiveJob(tx: TenantTx, kind: JobKind) {
  const active = on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.subjectId, sources.id),
        eq(jobs.kind, kind),
        inArray(jobs.status, ["queued", "running"]),
      ),
    );
  return exists(active);
}

/** Drizzle cannot alias a table within itself. */
const hasPages = sql`exists (select from sources as page where page.parent_id = sources.id)`;

/** Sources that wait for work which no job is at, or whose status and live version disagree. */
export async function listStrandedIds(tx: TenantTx, limit: number): Promise<string[]> {
  const { status, refreshing, liveVersionId } = sources;
  const rows = await on(tx)
    .select({ id: sources.id })
    .from(sources)
    .innerJoin(twins, eq(twins.id, sources.twinId))
    .where(
      and(
        isNull(sources.deletedAt),
        isNull(twins.deletedAt),
        not(hasActiveJob(tx, "ingestion")),
        or(
          refreshing,
          and(isNull(liveVersionId), inArray(status, ["processing", "live"])),
          and(isNotNull(liveVersionId), not(eq(status, "live")), not(isCollection)),
        ),
      ),
    )
    .orderBy(asc(sources.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ends what no job brings to its end any more. Gives how many there were. */
export async function endStrandedSyncs(
  tx: TenantTx,
  failure: { reason: string; message: string },
): Promise<number> {
  const active = on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.id, sourceSyncs.jobId), inArray(jobs.status, ["queued", "running"])));
  const ended = await on(tx)
    .update(sourceSyncs)
    .set({
      status: "failed",
      failureReason: failure.reason,
      failureMessage: failure.message,
      finishedAt: sql`now()`,
    })
    .where(and(eq(sourceSyncs.status, "running"), not(exists(active))))
    .returning({ id: sourceSyncs.id });
  return ended.length;
}

/** Sources whose schedule has no turn that waits. */
export function listUnplanned(tx: TenantTx, limit: number) {
  return on(tx)
    .select({ id: sources.id, twinId: sources.twinId, syncEvery: sources.syncEvery })
    .from(sources)
    .where(and(isNotNull(sources.syncEvery), not(hasActiveJob(tx, "resync"))))
    .orderBy(asc(sources.id))
    .limit(limit);
}

/** Sites and archives, as they stand. */
export function listCollections(tx: TenantTx) {
  return on(tx)
    .select({
      id: sources.id,
      status: sources.status,
      isRemoved: sql<boolean>`${sources.deletedAt} is not null`,
      /** Pages that should have gone with it. */
      left: sql`(select count(*) from sources as page
        where page.parent_id = sources.id and page.deleted_at is null)`.mapWith(Number),
    })
    .from(sources)
    .where(and(isCollection, hasPages))
    .orderBy(asc(sources.id));
}

/** How many sources there are of each status. */
export async function countByStatus(tx: TenantTx) {
  const rows = await on(tx)
    .select({ status: sources.status, number: sql`count(*)`.mapWith(Number) })
    .from(sources)
    .where(isNull(sources.deletedAt))
    .groupBy(sources.status);
  const counts = { live: 0, processing: 0, failed: 0 };
  for (const { status, number } of rows) counts[status] = number;
  return counts;
}
