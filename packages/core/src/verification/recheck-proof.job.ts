import { findVerification } from "@understudy/db/queries/verifications";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { defineJob } from "../kernel/job.ts";
import { planRecheck, RECHECK_ATTEMPTS } from "./plan-recheck.ts";
import { seekProof } from "./seek-proof.ts";
import { settleProof } from "./settle-proof.ts";

/** Once a day: what was proven is looked for again. After three days without it, the badge goes. */
export const recheckProof = defineJob({
  kind: "verification",
  payload: z.object({ verificationId: Id }),
  maxAttempts: RECHECK_ATTEMPTS,
  run: async (ctx, { verificationId }) => {
    const row = await ctx.transaction((tx) => findVerification(tx, { verificationId }));
    if (row?.status !== "verified") return ctx.note("info", "Nothing is proven any more.");
    const seen = await seekProof(ctx, row);
    const settled = await ctx.fenced(async (tx) => {
      const after = await settleProof(ctx, tx, row, seen);
      await planNext(tx, verificationId);
      return after;
    });
    await ctx.conclude({ status: settled?.status ?? null, ...seen });
  },
  gaveUp: (tx, { verificationId }) => planNext(tx, verificationId),
});

/** Also of a twin that is removed and may be restored. */
async function planNext(tx: TenantTx, verificationId: string): Promise<void> {
  const row = await findVerification(tx, { verificationId });
  if (row?.status === "verified") await planRecheck(tx, row);
}
