import { findActiveJob } from "@understudy/db/queries/jobs";
import { insertSync } from "@understudy/db/queries/source-syncs";
import { findNewestVersion, findSourceVersion } from "@understudy/db/queries/source-versions";
import { markSourceProcessing } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../../kernel/domain-error.ts";

/** Its source waits for it again, unless a newer version has taken its place. */
export async function resumeVersion(
  tx: TenantTx,
  { sourceVersionId, jobId }: { sourceVersionId: string; jobId: string },
): Promise<void> {
  const version = await findSourceVersion(tx, sourceVersionId);
  if (!version) throw notFound("source");
  const { twinId, sourceId } = version;
  const newest = await findNewestVersion(tx, sourceId);
  const active = await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" });
  if (newest?.id !== sourceVersionId || active) {
    throw new DomainError("conflict", "job.superseded", "A newer version has taken its place.");
  }
  await markSourceProcessing(tx, sourceId);
  await insertSync(tx, { twinId, sourceId, jobId, trigger: "asked", sourceVersionId });
}
