import { listFailedSourceIds } from "@understudy/db/queries/failed-work";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { RetryFailedInput } from "./contract.ts";
import { tryAgain } from "./try-again.ts";

const SOURCES_PER_TRANSACTION = 50;

/** Tries every failed source of a twin again, or of one site or archive. */
export const retryFailed = useCase({
  permission: "source.write",
  input: RetryFailedInput,
  output: z.object({ retried: z.int() }),
  run: async (ctx, { twinId, parentId }) => {
    await ctx.transaction((tx) => requireTwin(tx, twinId));
    return { retried: await retryFailedSources(ctx, { twinId, parentId }) };
  },
});

/** Gives how many there were. */
export async function retryFailedSources(
  ctx: Context,
  among: { twinId?: string; parentId?: string | undefined },
): Promise<number> {
  let retried = 0;
  let afterId: string | null = null;
  for (;;) {
    const page = { ...among, afterId, limit: SOURCES_PER_TRANSACTION };
    const ids: string[] = await ctx.transaction(async (tx) => {
      const failed = await listFailedSourceIds(tx, page);
      for (const sourceId of failed) await tryAgain(ctx, tx, { sourceId });
      return failed;
    });
    retried += ids.length;
    if (ids.length < SOURCES_PER_TRANSACTION) return retried;
    afterId = ids.at(-1) ?? null;
  }
}
