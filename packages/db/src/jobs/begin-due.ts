import { getTableColumns, Subquery, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { on } from "../engine/on.ts";
import type { ClaimedJob } from "../queries/job-attempts.ts";
import { inDispatch } from "../scope.ts";
import { jobs } from "../tables/jobs.ts";

/** Begins as many of what is due, unless someone else is at it; each is told of before that is committed. */
export function beginDue(
  db: Database,
  slots: number,
  onClaim: (jobId: string) => void,
): Promise<ClaimedJob[]> {
  const columns = getTableColumns(jobs);
  const taken = new Subquery(sql`select * from take_due_jobs(${slots})`, columns, "jobs");
  return inDispatch(db, async (tx) => {
    const claimed = await on(tx).select(columns).from(taken);
    for (const { id } of claimed) onClaim(id);
    return claimed;
  });
}
