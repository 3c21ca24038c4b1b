import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Source, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { requireFromWeb, startSync } from "./start-sync.ts";

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
      requireFromWeb(source);
      if (!(await startSync(ctx, tx, { source, trigger: "asked" }))) throw processing();
      await ctx.audit(tx, { action: "source.resync", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});

function processing(): DomainError {
  return new DomainError("conflict", "source.processing", "It is being processed already.");
}
