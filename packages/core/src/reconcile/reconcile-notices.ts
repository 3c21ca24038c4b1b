import { listStrandedNotices } from "@understudy/db/queries/visitor-notices";
import { planFollowUp } from "../follow-up/plan-follow-up.ts";
import type { JobContext } from "../kernel/job.ts";
import type { Agreement } from "./agreement.ts";

const AT_ONCE = 500;

/** Whoever waits to hear of an answer has a job that will tell them, also from before there were such jobs. */
export async function reconcileNotices(ctx: JobContext): Promise<Agreement> {
  if (!ctx.ports.mail) return { counted: {}, repaired: {}, left: {} };
  const planned = await ctx.fenced(async (tx) => {
    const stranded = await listStrandedNotices(tx, AT_ONCE);
    for (const { twinId, subject } of stranded) await planFollowUp(ctx, tx, { twinId, subject });
    return stranded.length;
  });
  return { counted: {}, repaired: { answersUntold: planned }, left: {} };
}
