import { pruneDeliveries } from "@understudy/db/queries/deliveries";
import type { Context } from "../kernel/context.ts";

const KEPT_DAYS = 30;
const ROWS_PER_WRITE = 200;

/** What webhooks were told is kept for a month; gives how much went. */
export async function pruneOldDeliveries(ctx: Context): Promise<number> {
  for (let pruned = 0; ; ) {
    const limits = { olderThanDays: KEPT_DAYS, limit: ROWS_PER_WRITE };
    const some = await ctx.transaction((tx) => pruneDeliveries(tx, limits));
    pruned += some;
    if (some < ROWS_PER_WRITE) return pruned;
  }
}
