import { listChildren } from "@understudy/db/queries/collections";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { setSourceChunking } from "@understudy/db/queries/recut-versions";
import { lockSource } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Source, UpdateSourceSettingsInput } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { recutSource } from "./recut-source.ts";
import { requireSource } from "./require-source.ts";

/**
 * How a source's text is cut. It is cut anew in the background from the text that was read, and the old
 * passages answer until then; pages of a site and members of an archive go with it. Refuses
 * `source.processing`.
 */
export const updateSourceSettings = useCase({
  permission: "source.write",
  input: UpdateSourceSettingsInput,
  output: Source,
  run: async (ctx, { sourceId, chunking }) => {
    const children = await ctx.transaction(async (tx) => {
      await requireSource(tx, sourceId);
      await lockSource(tx, sourceId);
      if (await isProcessed(tx, sourceId)) throw processing();
      await setSourceChunking(tx, { sourceId, chunking });
      const subject = { subjectKind: "source", subjectId: sourceId };
      await ctx.audit(tx, { action: "source.update_settings", ...subject });
      await recutSource(ctx, tx, sourceId);
      return listChildren(tx, sourceId);
    });
    for (const { id: childId, isRemoved } of children) {
      if (!isRemoved) await ctx.transaction((tx) => recutChild(ctx, tx, childId));
    }
    return ctx.transaction(async (tx) => readSource(await requireSource(tx, sourceId)));
  },
});

/** One that is on its way is cut as it was to be when it set out. */
async function recutChild(ctx: Context, tx: TenantTx, sourceId: string): Promise<void> {
  await lockSource(tx, sourceId);
  if (!(await isProcessed(tx, sourceId))) await recutSource(ctx, tx, sourceId);
}

async function isProcessed(tx: TenantTx, sourceId: string): Promise<boolean> {
  return (await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" })) !== undefined;
}

function processing(): DomainError {
  return new DomainError("conflict", "source.processing", "It is being processed already.");
}
