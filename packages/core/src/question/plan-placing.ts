import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";
import { planForTwin } from "../kernel/plan-for-twin.ts";

/** What is asked for where a question is new; `place-questions.job.ts` says how it is put beside others. */
export const placing = {
  kind: "clustering",
  payload: z.object({ twinId: Id }),
  maxAttempts: 4,
} satisfies JobDeclaration<{ twinId: string }>;

/** Questions come in crowds: those of a few seconds are placed together. */
const SOON_SECONDS = 3;

/** Joins the transaction that notes a question; one job for all that come until it begins. */
export function planPlacing(tx: TenantTx, twinId: string): Promise<void> {
  return planForTwin(tx, placing, { twinId, delaySeconds: SOON_SECONDS });
}
