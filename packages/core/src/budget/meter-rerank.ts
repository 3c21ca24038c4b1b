import type { Rerank, RerankContext } from "@understudy/rag/rerank/rerank";
import type { Context } from "../kernel/context.ts";
import { MICRO, payFor, subjectsOf } from "./pay-for.ts";

/** A search that costs money is paid from the budgets; where they have no room, the local reranker does the work. */
export function meterRerank(ctx: Context, twinId: string | null): Rerank {
  return (query, candidates, context) =>
    ctx.ports.rerank(query, candidates, { ...context, ...payingFor(ctx, twinId) });
}

/** Rerankers are sold by the search: what they read counts as no tokens. */
export function payingFor(ctx: Context, twinId: string | null): Pick<RerankContext, "payFor"> {
  const subjects = subjectsOf(ctx, twinId);
  return {
    payFor: (price, call, signal) => {
      const most = { tokens: 0, microCost: Math.ceil(price * MICRO) };
      return payFor(ctx, { subjects, most, took: () => most, signal }, call);
    },
  };
}
