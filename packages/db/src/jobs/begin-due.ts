import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../engine/on.ts";
import { CLAIMED, type ClaimedJob } from "../queries/job-attempts.ts";
import { inDispatch } from "../scope.ts";

/** Begins as many of what is due, unless someone else is at it; each is told of before that is committed. */
export function beginDue(
  db: Database,
  slots: number,
  onClaim: (jobId: string) => void,
): Promise<ClaimedJob[]> {
  return inDispatch(db, async (tx) => {
    const claimed = await rowsOf<ClaimedJob>(
      tx,
      sql`select ${CLAIMED} from take_due_jobs(${slots})`,
    );
    for (const { id } of claimed) onClaim(id);
    return claimed;
  });
}
