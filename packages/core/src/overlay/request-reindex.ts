import { findQueuedJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { reindexing } from "./reindexing.ts";

/** Of a version that answers; one that waits will see this change, too. */
export async function requestReindex(
  ctx: Context,
  tx: TenantTx,
  { id: sourceVersionId, sourceId, twinId }: { id: string; sourceId: string; twinId: string },
): Promise<void> {
  const payload = { sourceVersionId };
  const search = { subjectId: sourceId, kind: reindexing.kind, payload };
  if (await findQueuedJob(tx, search)) return;
  await ctx.enqueue(tx, { job: reindexing, payload, subjectId: sourceId, twinId });
}
