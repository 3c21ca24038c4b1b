import { findNewestVersion, sealVersionPassword } from "@understudy/db/queries/source-versions";
import { markSourceProcessing } from "@understudy/db/queries/sources";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { RetrySourceInput, Source } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { startIngestion } from "./start-ingestion.ts";

/** Goes on where the failed attempt stopped: what was parsed and embedded is kept. */
export const retrySource = useCase({
  permission: "source.write",
  input: RetrySourceInput,
  output: Source,
  run: (ctx, { sourceId, password }) =>
    ctx.transaction(async (tx) => {
      const source = await requireSource(tx, sourceId);
      if (source.status !== "failed") {
        throw new DomainError("conflict", "source.not_failed", "Only a failed source is retried.");
      }
      const version = await findNewestVersion(tx, sourceId);
      if (!version) throw notFound("source");
      if (password) {
        const sealedPassword = ctx.ports.vault.seal(password);
        await sealVersionPassword(tx, { sourceVersionId: version.id, sealedPassword });
      }
      await markSourceProcessing(tx, sourceId);
      await startIngestion(ctx, tx, {
        twinId: source.twinId,
        sourceId,
        sourceVersionId: version.id,
      });
      await ctx.audit(tx, { action: "source.retry", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});
