import { useCase } from "../../kernel/use-case.ts";
import { requireTwin } from "../../twin/twins.ts";
import { Preflight, PreflightInput } from "./contract.ts";
import { preflightAddress } from "./preflight-address.ts";
import { preflightFile } from "./preflight-file.ts";

/**
 * What adding would fetch or read, how long that takes, and whether it is there already, before
 * anything is added. What would refuse it is told as its `problem`; nothing is kept.
 */
export const preflightSource = useCase({
  permission: "source.write",
  input: PreflightInput,
  output: Preflight,
  run: async (ctx, { twinId, url, as, files = [] }) => {
    await ctx.transaction((tx) => requireTwin(tx, twinId));
    const items = [];
    if (url) items.push(await preflightAddress(ctx, { twinId, url, as }));
    for (const file of files) items.push(await preflightFile(ctx, { twinId, file }));
    return { items };
  },
});
