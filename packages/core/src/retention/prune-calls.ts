import { pruneCalls } from "@understudy/db/queries/idempotent-calls";
import { KEPT_SECONDS } from "../idempotency/run-once.ts";
import type { Context } from "../kernel/context.ts";

const ROWS_PER_WRITE = 200;

/** What was asked for under keys that mean nothing any more; gives how much went. */
export async function pruneOldCalls(ctx: Context): Promise<number> {
  for (let pruned = 0; ; ) {
    const limits = { olderThanSeconds: KEPT_SECONDS, limit: ROWS_PER_WRITE };
    const some = await ctx.transaction((tx) => pruneCalls(tx, limits));
    pruned += some;
    if (some < ROWS_PER_WRITE) return pruned;
  }
}
