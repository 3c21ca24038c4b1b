import { findQueuedJob, hastenJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import type { JobDeclaration } from "../kernel/job.ts";
import { planForTwin } from "../kernel/plan-for-twin.ts";

/** What is asked for where a twin's content has changed; `health-check.job.ts` says how it is looked at. */
export const healthCheck = {
  kind: "health_check",
  /** `isFull`: somebody asked for everything to be looked at. */
  payload: z.object({ twinId: Id, isFull: z.literal(true).optional() }),
  maxAttempts: 4,
} satisfies JobDeclaration<{ twinId: string; isFull?: true }>;

/** What is changed within so many is looked at together; the pages of a site, when all are there. */
const SOON_SECONDS = 5;
const DAY_SECONDS = 24 * 3_600;

/** Joins the change's transaction: one check for all that changes until it begins. */
export async function planHealthCheck(tx: TenantTx, twinId: string): Promise<void> {
  const waiting = await findQueuedJob(tx, { subjectId: twinId, kind: healthCheck.kind });
  if (waiting) await hastenJob(tx, waiting.id, SOON_SECONDS);
  else await insertHealthCheck(tx, twinId, SOON_SECONDS);
}

/** The next day's, unless one waits already. */
export function planNextHealthCheck(tx: TenantTx, twinId: string): Promise<void> {
  return planForTwin(tx, healthCheck, { twinId, delaySeconds: DAY_SECONDS });
}

/** Everything, now. Gives the job's id. */
export function startHealthCheck(tx: TenantTx, twinId: string): Promise<string> {
  return insertHealthCheck(tx, twinId, 0, { isFull: true });
}

function insertHealthCheck(
  tx: TenantTx,
  twinId: string,
  delaySeconds: number,
  asked: { isFull?: true } = {},
): Promise<string> {
  const { kind, maxAttempts } = healthCheck;
  return insertJob(tx, {
    kind,
    maxAttempts,
    payload: { twinId, ...asked },
    subjectId: twinId,
    twinId,
    delaySeconds,
  });
}
