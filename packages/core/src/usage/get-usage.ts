import { z } from "zod";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { Usage } from "./contract.ts";
import { readUsage } from "./read-usage.ts";

/** What was asked, held and spent against each limit, over the last month, and by whom most. */
export const getUsage = useCase({
  permission: "usage.read",
  input: z.object({}).optional(),
  output: Usage,
  run: (ctx) => {
    requireAllTwins(ctx);
    return ctx.transaction((tx) => readUsage(ctx, tx));
  },
});
