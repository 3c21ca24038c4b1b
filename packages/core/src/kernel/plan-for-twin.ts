import { findQueuedJob, insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { JobDeclaration } from "./job.ts";

/** Joins the caller's transaction: one job of a twin for all that comes until it begins, unless it waits already. */
export async function planForTwin(
  tx: TenantTx,
  { kind, maxAttempts }: JobDeclaration<{ twinId: string }>,
  { twinId, delaySeconds }: { twinId: string; delaySeconds: number },
): Promise<void> {
  if (await findQueuedJob(tx, { subjectId: twinId, kind })) return;
  await insertJob(tx, {
    kind,
    maxAttempts,
    payload: { twinId },
    subjectId: twinId,
    twinId,
    delaySeconds,
  });
}
