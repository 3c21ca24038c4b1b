import type { Reach } from "@understudy/db/queries/reach";
import { findReachAs } from "../access-group/find-reach.ts";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { SearchInput, SearchResult } from "./contract.ts";
import { findPassages } from "./find-passages.ts";

/** The passages that would answer a question, best first, with the score of each stage. */
export const searchKnowledge = useCase({
  permission: "knowledge.read",
  input: SearchInput,
  output: SearchResult,
  run: async (ctx, { accessGroupIds, ...wanted }) => {
    const reach = await reachOf(ctx, { twinId: wanted.twinId, accessGroupIds });
    const { passages, timingsMs } = await findPassages(ctx, { ...wanted, reach });
    return { passages, timingsMs };
  },
});

/** Who sees everything costs no transaction. */
async function reachOf(
  ctx: Context,
  asked: { twinId: string; accessGroupIds?: readonly string[] | undefined },
): Promise<Reach | null> {
  if (ctx.actor.kind === "user" && !asked.accessGroupIds) return null;
  return ctx.transaction((tx) => findReachAs(tx, ctx.actor, asked));
}
