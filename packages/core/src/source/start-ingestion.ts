import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { ingestSource } from "./ingest-source.job.ts";

export interface Ingestible {
  twinId: string;
  sourceId: string;
  sourceVersionId: string;
}

/** Joins the caller's transaction; gives the job's id. */
export function startIngestion(
  ctx: Context,
  tx: TenantTx,
  { twinId, sourceId, sourceVersionId }: Ingestible,
): Promise<string> {
  return ctx.enqueue(tx, {
    job: ingestSource,
    payload: { sourceVersionId },
    subjectId: sourceId,
    twinId,
  });
}
