import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";

interface Page {
  afterId: string | null;
  limit: number;
}

/** Of all twins that are there, of one, or of one site or archive in it; in the order of their ids. */
export async function listFailedSourceIds(
  tx: TenantTx,
  { twinId, parentId, afterId, limit }: Page & { twinId?: string; parentId?: string },
): Promise<string[]> {
  const rows = await on(tx)
    .select({ id: sources.id })
    .from(sources)
    .innerJoin(twins, eq(twins.id, sources.twinId))
    .where(
      and(
        twinId ? eq(sources.twinId, twinId) : undefined,
        eq(sources.status, "failed"),
        isNull(sources.deletedAt),
        isNull(twins.deletedAt),
        parentId ? eq(sources.parentId, parentId) : undefined,
        afterId ? gt(sources.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(sources.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What has failed beside the taking in of sources, and no later job has taken the place of. */
export async function listFailedJobIds(tx: TenantTx, { afterId, limit }: Page): Promise<string[]> {
  const isNewest = sql`not exists (
    select from jobs as newer where newer.subject_id = jobs.subject_id
      and newer.kind = jobs.kind and newer.payload = jobs.payload and newer.id > jobs.id)`;
  const rows = await on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.status, "failed"),
        ne(jobs.kind, "ingestion"),
        isNewest,
        afterId ? gt(jobs.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(jobs.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
