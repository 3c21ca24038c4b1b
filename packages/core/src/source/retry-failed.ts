import { findNewestVersion } from "@understudy/db/queries/source-versions";
import { listFailedSourceIds } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { RetryFailedInput } from "./contract.ts";
import { restartSource } from "./restart-source.ts";

const SOURCES_PER_TRANSACTION = 50;

/** Tries every failed source of a twin again, or of one site or archive. */
export const retryFailed = useCase({
  permission: "source.write",
  input: RetryFailedInput,
  output: z.object({ retried: z.int() }),
  run: async (ctx, { twinId, parentId }) => {
    let retried = 0;
    let afterId: string | null = null;
    for (;;) {
      const page = { twinId, parentId, afterId, limit: SOURCES_PER_TRANSACTION };
      const ids: string[] = await ctx.transaction(async (tx) => {
        await requireTwin(tx, twinId);
        const failed = await listFailedSourceIds(tx, page);
        for (const sourceId of failed) await restart(ctx, tx, sourceId);
        return failed;
      });
      retried += ids.length;
      if (ids.length < SOURCES_PER_TRANSACTION) return { retried };
      afterId = ids.at(-1) ?? null;
    }
  },
});

async function restart(ctx: Context, tx: TenantTx, sourceId: string): Promise<void> {
  const version = await findNewestVersion(tx, sourceId);
  if (!version) throw new Error(`source ${sourceId} has no version`);
  await restartSource(ctx, tx, version);
  await ctx.audit(tx, { action: "source.retry", subjectKind: "source", subjectId: sourceId });
}
