import { findNewestVersion, sealVersionPassword } from "@understudy/db/queries/source-versions";
import type { SourceRow } from "@understudy/db/queries/sources";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { RetrySourceInput, Source } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { restartSource } from "./restart-source.ts";

/**
 * Tries again what failed: the first processing, or a live source's last refresh. Refuses
 * `source.not_failed`.
 */
export const retrySource = useCase({
  permission: "source.write",
  input: RetrySourceInput,
  output: Source,
  run: (ctx, { sourceId, password }) =>
    ctx.transaction(async (tx) => {
      requireFailed(await requireSource(tx, sourceId));
      const version = await findNewestVersion(tx, sourceId);
      if (!version) throw notFound("source");
      if (password) {
        const sealedPassword = ctx.ports.vault.seal(password);
        await sealVersionPassword(tx, { sourceVersionId: version.id, sealedPassword });
      }
      await restartSource(ctx, tx, version);
      await ctx.audit(tx, { action: "source.retry", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});

function requireFailed({ status, lastSync }: SourceRow): void {
  const stale = lastSync?.status === "failed" || lastSync?.status === "cancelled";
  if (status === "failed" || (status === "live" && stale)) return;
  throw new DomainError("conflict", "source.not_failed", "Only what has failed is tried again.");
}
