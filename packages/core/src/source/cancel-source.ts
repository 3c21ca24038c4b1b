import { findActiveJob } from "@understudy/db/queries/jobs";
import { cancel } from "../job/cancel-job.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Source, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";

/** Ends the processing; a source that was not live yet ends as failed and can be retried. */
export const cancelSource = useCase({
  permission: "source.write",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      await requireSource(tx, sourceId);
      const job = await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" });
      if (!job) throw new DomainError("conflict", "source.not_processing", "Nothing is running.");
      await cancel(ctx, tx, job);
      return readSource(await requireSource(tx, sourceId));
    }),
});
