import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import { countNamingTests } from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import { LEAST_QUESTIONS } from "@understudy/rag/rerank/fit-share";
import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import type { JobDeclaration } from "../../kernel/job.ts";
import { planForTwin } from "../../kernel/plan-for-twin.ts";

/** What is asked for where it may have changed how much meaning should count; `weigh-arms.job.ts` says how. */
export const weighing = {
  kind: "weighing",
  payload: z.object({ twinId: Id }),
  maxAttempts: 4,
} satisfies JobDeclaration<{ twinId: string }>;

/** Tests are written one after the other: those of a minute are looked at together. */
const SOON_SECONDS = 60;

/**
 * Joins the change's transaction, unless there is nothing to weigh: no vectors, or too few tests that
 * name what is to be found, and none that had been enough.
 */
export async function planWeighing(tx: TenantTx, twinId: string): Promise<void> {
  const live = await findLiveGeneration(tx, twinId);
  if (!live?.model) return;
  if (!live.weighing && (await countNamingTests(tx, twinId)) < LEAST_QUESTIONS) return;
  await planForTwin(tx, weighing, { twinId, delaySeconds: SOON_SECONDS });
}
