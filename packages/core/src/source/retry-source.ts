import type { SourceRow } from "@understudy/db/queries/sources";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { RetrySourceInput, Source } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { tryAgain } from "./try-again.ts";

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
      await tryAgain(ctx, tx, { sourceId, password });
      return readSource(await requireSource(tx, sourceId));
    }),
});

function requireFailed({ status, lastSync }: SourceRow): void {
  const stale = lastSync?.status === "failed" || lastSync?.status === "cancelled";
  if (status === "failed" || (status === "live" && stale)) return;
  throw new DomainError("conflict", "source.not_failed", "Only what has failed is tried again.");
}
