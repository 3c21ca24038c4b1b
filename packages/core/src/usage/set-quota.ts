import type { Quota } from "@understudy/db/queries/quotas";
import { MICRO } from "../budget/pay-for.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { changeQuota } from "./change-quota.ts";
import { SetQuotaInput, Usage } from "./contract.ts";
import { HOLDERS } from "./holders.ts";
import { readUsage } from "./read-usage.ts";

/** How much may be asked, held or spent, from the next question on; null lifts a limit. */
export const setQuota = useCase({
  permission: "usage.write",
  input: SetQuotaInput,
  output: Usage,
  run: async (ctx, { scope, subjectId, ...limit }) => {
    requireAllTwins(ctx);
    const change = { whose: { scope, subjectId }, changes: readChange(scope, limit) };
    return ctx.transaction(async (tx) => {
      await changeQuota(ctx, tx, change);
      return readUsage(ctx, tx);
    });
  },
});

type Limit = Pick<SetQuotaInput, "metric" | "period" | "limit">;

function readChange(
  scope: SetQuotaInput["scope"],
  { metric, period, limit }: Limit,
): Partial<Quota> {
  const column = COLUMNS[metric][period ?? PERIOD_OF[metric]];
  const isHeld = metric === "sources" || metric === "storageBytes";
  if (isHeld && !HOLDERS.has(scope)) {
    throw new DomainError("invalid", "quota.holds_nothing", `A ${scope} adds no sources.`);
  }
  if (!column) {
    throw new DomainError("invalid", "quota.not_offered", "There is no such limit to set.");
  }
  return { [column]: limit === null || metric !== "spend" ? limit : Math.round(limit * MICRO) };
}

const PERIOD_OF = {
  messages: "month",
  tokens: "month",
  spend: "month",
  sources: "total",
  storageBytes: "total",
} as const;

type Columns = Partial<Record<NonNullable<SetQuotaInput["period"]>, keyof Quota>>;
const COLUMNS: Record<SetQuotaInput["metric"], Columns> = {
  messages: { day: "messagesPerDay", month: "messagesPerMonth" },
  tokens: { month: "tokensPerMonth" },
  spend: { month: "microCostPerMonth" },
  sources: { total: "sources" },
  storageBytes: { total: "storageBytes" },
};
