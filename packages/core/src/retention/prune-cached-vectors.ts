import { deleteUnusedVectors } from "@understudy/db/queries/cached-vectors";
import type { JobContext } from "../kernel/job.ts";

/** A text that comes back within this time is not paid for twice. */
const KEPT_DAYS = 30;
const ROWS_PER_WRITE = 2_000;
const MAX_WRITES = 50;

/** Vectors are kept for what is there, and a while for what may come back; gives how many went. */
export async function pruneCachedVectors(ctx: JobContext): Promise<number> {
  const oldest = { olderThanDays: KEPT_DAYS, limit: ROWS_PER_WRITE };
  let pruned = 0;
  for (let writes = 0; writes < MAX_WRITES; writes += 1) {
    const count = await ctx.fenced((tx) => deleteUnusedVectors(tx, oldest));
    pruned += count;
    if (count < ROWS_PER_WRITE) break;
  }
  return pruned;
}
