import type { Rerank, RerankContext } from "@understudy/rag/rerank/rerank";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { findGovernance } from "../governance/find-governance.ts";
import { hiderFor } from "../governance/hide-personal.ts";
import { isAllowed } from "../governance/is-allowed.ts";
import type { Context } from "../kernel/context.ts";
import type { Ports } from "../kernel/ports.ts";
import { MICRO, payFor } from "./pay-for.ts";

interface Metered {
  twinId: string | null;
  /** What the local reranker lets vectors say, of what they usually do. */
  denseShare?: number | undefined;
}

/** A search that costs money is paid from the budgets; where they have no room, or rules forbid it, the local reranker does the work. */
export function meterRerank(ctx: Context, { twinId, denseShare }: Metered): Rerank {
  return async (query, candidates, asked) => {
    const { ports, actor } = ctx;
    const context = denseShare === undefined ? asked : { ...asked, denseShare };
    const model = outsideReranker(ports);
    if (model === null) return ports.rerank(query, candidates, context);
    const governed = { tenantId: actor.tenantId, twinId };
    const { rules } = await ctx.transaction((tx) => findGovernance(tx, governed));
    if (!isAllowed(rules, ports, { id: "reranker", model })) {
      return rerankPassages(query, candidates, context);
    }
    const hide = (text: string) => hiderFor(rules, "provider")(text).text;
    const read = candidates.map((each) => ({
      ...each,
      title: hide(each.title),
      text: hide(each.text),
    }));
    return ports.rerank(hide(query), read, { ...context, ...payingFor(ctx, twinId) });
  };
}

/** Rerankers are sold by the search: what they read counts as no tokens. */
export function payingFor(ctx: Context, twinId: string | null): Pick<RerankContext, "payFor"> {
  const called = { id: "reranker", model: outsideReranker(ctx.ports) ?? "" } as const;
  return {
    payFor: (price, call, signal) => {
      const most = { tokens: 0, microCost: Math.ceil(price * MICRO) };
      return payFor(ctx, { twinId, called, most, took: () => most, signal }, call);
    },
  };
}

/** The model that orders passages while it answers; null: the local reranker does. */
export function outsideReranker({ providers }: Pick<Ports, "providers">): string | null {
  return providers.find(({ id }) => id === "reranker")?.model ?? null;
}
