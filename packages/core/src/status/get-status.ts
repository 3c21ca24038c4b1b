import { z } from "zod";
import { isLimit } from "../budget/is-limit.ts";
import { listBudgets } from "../budget/list-budgets.ts";
import { useCase } from "../kernel/use-case.ts";
import type { Budget } from "../provider/contract.ts";
import { Status } from "./contract.ts";

/** What this process rests on, and whether what the tenant may spend is spent, for the studio to say what is degraded or off. */
export const getStatus = useCase({
  permission: "tenant.read",
  input: z.object({}).optional(),
  output: Status,
  run: async (ctx) => {
    const [status, budgets] = [await ctx.ports.status(), await listBudgets(ctx)];
    const limited = budgets.filter(({ tokensPerMonth, costPerMonth }) =>
      isLimit(tokensPerMonth, costPerMonth),
    );
    const budget = limited.length > 0 ? [judgeBudgets(limited)] : [];
    return { ...status, dependencies: [...status.dependencies, ...budget] };
  },
});

function judgeBudgets(budgets: readonly Budget[]): Status["dependencies"][number] {
  const used = budgets.filter(({ isExhausted }) => isExhausted);
  const about = { name: "budget", required: false };
  if (used.length === 0) return { ...about, state: "ok" };
  const whose = used.map(({ twinId, name }) => (twinId === null ? "the workspace" : name));
  const detail = `used up for this month: ${whose.join(", ")}; verified answers only, or quotations, and passages found by words`;
  return { ...about, state: "degraded", detail };
}
