import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { JobKind } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";
import { sources } from "../tables/sources.ts";

/**
 * Holds a subject's jobs that have not ended until this transaction ends; gives their ids. Jobs are taken
 * before what they are about, as those who run them do: the other way round, each would wait for the other.
 */
export function lockJobsOf(
  tx: TenantTx,
  { subjectId, kind }: { subjectId: string; kind: JobKind },
): Promise<string[]> {
  return lockJobs(tx, kind, eq(jobs.subjectId, subjectId));
}

/**
 * Likewise the jobs that process a source and what came with it now, its own first: no page can be added
 * meanwhile.
 */
export async function lockProcessing(tx: TenantTx, sourceId: string): Promise<string[]> {
  const children = on(tx)
    .select({ id: sources.id })
    .from(sources)
    .where(eq(sources.parentId, sourceId));
  const own = await lockJobsOf(tx, { subjectId: sourceId, kind: "ingestion" });
  return [...own, ...(await lockJobs(tx, "ingestion", inArray(jobs.subjectId, children)))];
}

async function lockJobs(tx: TenantTx, kind: JobKind, subject: SQL): Promise<string[]> {
  const rows = await on(tx)
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(subject, eq(jobs.kind, kind), inArray(jobs.status, ["queued", "running"])))
    .orderBy(asc(jobs.id))
    .for("update");
  return rows.map(({ id }) => id);
}
