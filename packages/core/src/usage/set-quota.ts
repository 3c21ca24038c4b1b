import { saveGroupLimits } from "@understudy/db/queries/access-groups";
import { listKeyNames } from "@understudy/db/queries/api-keys";
import { EACH_KEY, EACH_VISITOR, saveLimits } from "@understudy/db/queries/limits";
import { listQuotas, saveQuota } from "@understudy/db/queries/usage";
import type { TenantTx } from "@understudy/db/scope";
import { requireAccessGroup } from "../access-group/read-access-group.ts";
import { MICRO } from "../budget/pay-for.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { SetQuotaInput, Usage } from "./contract.ts";
import { readUsage } from "./get-usage.ts";

/** How much may be asked, held or spent, from the next question on; null lifts a limit. */
export const setQuota = useCase({
  permission: "usage.write",
  input: SetQuotaInput,
  output: Usage,
  run: (ctx, quota) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      const { scope, metric, period = PERIOD_OF[metric], limit } = quota;
      const subjectId = await requireSubject(ctx, tx, quota);
      await save(tx, { ...quota, period, subjectId });
      await ctx.audit(tx, {
        action: "usage.set_quota",
        subjectKind: scope === "key" ? "api_key" : scope,
        subjectId,
        details: { metric, period, limit },
      });
      return readUsage(ctx, tx);
    });
  },
});

const PERIOD_OF = {
  messages: "month",
  tokens: "month",
  spend: "month",
  sources: "total",
  storageBytes: "total",
} as const;

async function requireSubject(
  { actor }: Context,
  tx: TenantTx,
  { scope, subjectId }: SetQuotaInput,
): Promise<string> {
  switch (scope) {
    case "tenant":
      return actor.tenantId;
    case "visitor":
      return EACH_VISITOR;
    case "key":
      if (subjectId !== undefined && !(await listKeyNames(tx)).has(subjectId)) {
        throw notFound("apiKey");
      }
      return subjectId ?? EACH_KEY;
    case "twin":
      if (subjectId === undefined) throw notFound("twin");
      return (await requireTwin(tx, subjectId)).id;
    case "group":
      if (subjectId === undefined) throw notFound("accessGroup");
      return (await requireAccessGroup(tx, subjectId)).id;
  }
}

type Saved = Required<SetQuotaInput>;

async function save(tx: TenantTx, { scope, subjectId, metric, period, limit }: Saved) {
  const messages = { day: "messagesPerDay", month: "messagesPerMonth", total: null }[period];
  if (metric === "messages" && messages) {
    if (scope !== "group") return saveLimits(tx, subjectId, { [messages]: limit });
    const { twinId } = await requireAccessGroup(tx, subjectId);
    const most = period === "day" ? { groupPerDay: limit } : { groupPerMonth: limit };
    return saveGroupLimits(tx, { id: subjectId, twinId }, most);
  }
  if (
    scope === "tenant" &&
    period === "total" &&
    (metric === "sources" || metric === "storageBytes")
  ) {
    return saveLimits(tx, subjectId, { [metric]: limit });
  }
  const isOfModels = metric === "tokens" || metric === "spend";
  if (isOfModels && period === "month" && (scope === "tenant" || scope === "twin")) {
    return saveSpending(tx, { subjectId, metric, limit });
  }
  throw new DomainError("invalid", "quota.not_offered", "There is no such limit to set.");
}

/** Beside the other of the two. */
async function saveSpending(
  tx: TenantTx,
  { subjectId, metric, limit }: Pick<Saved, "subjectId" | "limit"> & { metric: "tokens" | "spend" },
) {
  const [quota] = await listQuotas(tx, [subjectId]);
  const before = { tokensPerMonth: null, microCostPerMonth: null, ...quota, subjectId };
  const micro = limit === null ? null : Math.round(limit * MICRO);
  const change = metric === "tokens" ? { tokensPerMonth: limit } : { microCostPerMonth: micro };
  await saveQuota(tx, { ...before, ...change });
}
