import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockTwinUrl } from "@understudy/db/queries/same-source";
import { findNewestVersion, insertSourceVersion } from "@understudy/db/queries/source-versions";
import { markSourceProcessing, type SourceRow } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Source, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { startIngestion } from "./start-ingestion.ts";

/**
 * Fetches a page again. What differs becomes a new version, and the old one answers until that is
 * live; what does not costs nothing more. Refuses `source.not_from_web` and `source.processing`.
 */
export const resyncSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const source = await requireSource(tx, sourceId);
      await requireIdlePage(tx, source);
      const sourceVersionId = await requestVersion(tx, source);
      await markSourceProcessing(tx, sourceId);
      await startIngestion(ctx, tx, { twinId: source.twinId, sourceId, sourceVersionId });
      await ctx.audit(tx, { action: "source.resync", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});

async function requireIdlePage(tx: TenantTx, { id, twinId, url }: SourceRow): Promise<void> {
  if (!url) {
    throw new DomainError(
      "conflict",
      "source.not_from_web",
      "Only what came from the web can be fetched again.",
    );
  }
  await lockTwinUrl(tx, { twinId, url });
  if (await findActiveJob(tx, { subjectId: id, kind: "ingestion" })) {
    throw new DomainError("conflict", "source.processing", "It is being processed already.");
  }
}

/** A version that an earlier attempt asked for, and did not get, is asked for again. */
async function requestVersion(tx: TenantTx, { id, twinId }: SourceRow): Promise<string> {
  const newest = await findNewestVersion(tx, id);
  if (newest?.stage === "requested") return newest.id;
  return insertSourceVersion(tx, { twinId, sourceId: id, bytes: null });
}
