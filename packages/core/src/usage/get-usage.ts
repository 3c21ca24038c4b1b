import { listKeyNames } from "@understudy/db/queries/api-keys";
import {
  countHoldings,
  EACH_KEY,
  EACH_VISITOR,
  type LimitRow,
  listDays,
  listLimits,
  listMessageCounts,
} from "@understudy/db/queries/limits";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { budgetsIn } from "../budget/list-budgets.ts";
import type { Context } from "../kernel/context.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { Usage, type UsageLimit } from "./contract.ts";
import { resetOf } from "./reset-of.ts";

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

const MOST_SHOWN = 10;

export async function readUsage({ actor }: Context, tx: TenantTx): Promise<Usage> {
  const { tenantId } = actor;
  const [limits, counts, held, budgets, keys, days] = await Promise.all([
    listLimits(tx),
    listMessageCounts(tx),
    countHoldings(tx),
    budgetsIn(tx, tenantId),
    listKeyNames(tx),
    listDays(tx, tenantId),
  ]);
  const known = { limits, counts };
  const own = limits.find(({ subjectId }) => subjectId === tenantId);
  const [whole, ...twins] = budgets;
  const each = { subjectId: null, name: "" };
  return {
    limits: [
      ...messages(known, TENANT, tenantId),
      { ...HELD, metric: "sources", limit: own?.sources ?? null, used: held.sources },
      {
        ...HELD,
        metric: "storageBytes",
        limit: own?.storageBytes ?? null,
        used: held.storageBytes,
      },
      ...spending(TENANT, whole!),
      ...messages(known, { scope: "visitor", ...each }, EACH_VISITOR),
      ...messages(known, { scope: "key", ...each }, EACH_KEY),
      ...Array.from(keys).flatMap(([id, name]) =>
        messages(known, { scope: "key", subjectId: id, name }, id),
      ),
      ...twins.flatMap((twin) => {
        const who = { scope: "twin", subjectId: twin.twinId, name: twin.name } as const;
        return [...messages(known, who, twin.twinId!), ...spending(who, twin)];
      }),
    ],
    days,
    most: listMost(known, twins, keys),
  };
}

type Who = Pick<UsageLimit, "scope" | "subjectId" | "name">;
const TENANT = { scope: "tenant", subjectId: null, name: "" } as const;
const HELD = { ...TENANT, period: "total", resetsAt: null } as const;

interface Known {
  limits: readonly LimitRow[];
  counts: Awaited<ReturnType<typeof listMessageCounts>>;
}

function usedBy({ counts }: Known, id: string, period: "day" | "month"): number {
  return counts.find((each) => each.subjectId === id && each.period === period)?.messages ?? 0;
}

function messages(known: Known, who: Who, id: string): UsageLimit[] {
  const limits = known.limits.find(({ subjectId }) => subjectId === id);
  const isOfEach = who.subjectId === null && who.scope !== "tenant";
  return (["day", "month"] as const).map((period) => ({
    ...who,
    metric: "messages",
    period,
    limit: limits?.[period === "day" ? "messagesPerDay" : "messagesPerMonth"] ?? null,
    used: isOfEach ? null : usedBy(known, id, period),
    resetsAt: resetOf(period),
  }));
}

function listMost(
  known: Known,
  twins: readonly Budget[],
  keys: ReadonlyMap<string, string>,
): Usage["most"] {
  const all = [
    ...twins.map(({ twinId, name }) => ({ scope: "twin" as const, id: twinId!, name })),
    ...Array.from(keys, ([id, name]) => ({ scope: "key" as const, id, name })),
  ];
  return all
    .map((each) => ({ ...each, messages: usedBy(known, each.id, "month") }))
    .filter((each) => each.messages > 0)
    .toSorted((a, b) => b.messages - a.messages)
    .slice(0, MOST_SHOWN);
}

type Budget = Awaited<ReturnType<typeof budgetsIn>>[number];

function spending(
  who: Who,
  { tokensPerMonth, tokensUsed, costPerMonth, costUsed }: Budget,
): UsageLimit[] {
  const monthly = { ...who, period: "month", resetsAt: resetOf("month") } as const;
  return [
    { ...monthly, metric: "tokens", limit: tokensPerMonth, used: tokensUsed },
    { ...monthly, metric: "spend", limit: costPerMonth, used: costUsed },
  ];
}
