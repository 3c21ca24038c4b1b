import { listGroupCounts } from "@understudy/db/queries/group-usage";
import { type Held, listHoldings } from "@understudy/db/queries/holdings";
import { listDays, listMessageCounts, type MessagesOf } from "@understudy/db/queries/usage-counts";
import type { TenantTx } from "@understudy/db/scope";
import { knownPrice, MICRO } from "../budget/pay-for.ts";
import { readSpending } from "../budget/read-spending.ts";
import type { Context } from "../kernel/context.ts";
import type { Usage, UsageLimit } from "./contract.ts";
import { HOLDERS } from "./holders.ts";
import { listSubjects, type Subject } from "./list-subjects.ts";
import { resetOf } from "./reset-of.ts";

import { sumHeld } from "./sum-held.ts";

const MOST_SHOWN = 10;

export async function readUsage({ actor, ports }: Context, tx: TenantTx): Promise<Usage> {
  const { tenantId } = actor;
  const { subjects, twins, names } = await listSubjects(tx, tenantId);
  const ids = subjects.map(({ id }) => id);
  const [counts, inGroups, held, spentBy, days] = await Promise.all([
    listMessageCounts(tx, [...ids, ...names.keys()]),
    listGroupCounts(tx, ids),
    listHoldings(tx),
    readSpending(tx, { tenantId, ids }),
    listDays(tx, tenantId),
  ]);
  const known = { counts: [...counts, ...inGroups], held, spentBy };
  const asked = [
    ...twins.map(({ id, name }) => ({ scope: "twin" as const, id, name })),
    ...Array.from(names, ([id, name]) => ({ scope: "key" as const, id, name })),
  ].map((each) => ({ ...each, messages: countOf(counts, each.id, "month") ?? 0 }));
  return {
    limits: subjects.flatMap((subject) => limitsOf(subject, known)),
    currency: knownPrice(ports)?.currency ?? null,
    days,
    most: asked
      .filter(({ messages }) => messages > 0)
      .toSorted((a, b) => b.messages - a.messages)
      .slice(0, MOST_SHOWN),
  };
}

interface Known {
  counts: readonly MessagesOf[];
  held: readonly Held[];
  spentBy: Awaited<ReturnType<typeof readSpending>>;
}

function limitsOf({ id, scope, name, isEach, quota }: Subject, known: Known): UsageLimit[] {
  const { counts, held, spentBy } = known;
  const subjectId = isEach || scope === "tenant" ? null : id;
  const who = { scope, subjectId, name };
  const spent = spentBy(id);
  const micro = quota?.microCostPerMonth ?? null;
  const of = (
    metric: UsageLimit["metric"],
    period: UsageLimit["period"],
    { limit = null, used }: { limit: number | null | undefined; used: number | null },
  ): UsageLimit => ({
    ...who,
    metric,
    period,
    limit,
    used: isEach ? null : used,
    resetsAt: period === "total" ? null : resetOf(period),
  });
  const messages = (["day", "month"] as const).map((period) => {
    const limit = quota?.[period === "day" ? "messagesPerDay" : "messagesPerMonth"];
    // A group's questions are counted from when they are limited.
    const isCounted = scope !== "group" || (limit ?? null) !== null;
    return of("messages", period, {
      limit,
      used: isCounted ? (countOf(counts, id, period) ?? 0) : null,
    });
  });
  const own = sumHeld(held.filter((each) => isOwn(each, { id, scope })));
  const holdings = (["sources", "storageBytes"] as const).map((metric) =>
    of(metric, "total", { limit: quota?.[metric], used: own[metric] }),
  );
  return [
    ...messages,
    ...(HOLDERS.has(scope) ? holdings : []),
    of("tokens", "month", { limit: quota?.tokensPerMonth, used: spent.tokens }),
    of("spend", "month", {
      limit: micro === null ? null : micro / MICRO,
      used: spent.microCost / MICRO,
    }),
  ];
}

function isOwn({ twinId, keyId }: Held, { id, scope }: Pick<Subject, "id" | "scope">): boolean {
  return scope === "tenant" || id === (scope === "twin" ? twinId : keyId);
}

function countOf(counts: readonly MessagesOf[], id: string, wanted: "day" | "month") {
  return counts.find(({ subjectId, period }) => subjectId === id && period === wanted)?.messages;
}
