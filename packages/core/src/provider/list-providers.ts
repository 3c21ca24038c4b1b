import { z } from "zod";
import { listBudgets } from "../budget/list-budgets.ts";
import type { Context } from "../kernel/context.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { type Provider, ProviderList } from "./contract.ts";
import type { ProviderProbe } from "./provider-probe.ts";

/** What is called outside, how it does, and what may be spent on it. */
export const listProviders = useCase({
  permission: "provider.read",
  input: z.object({}).optional(),
  output: ProviderList,
  run: async (ctx) => {
    requireAllTwins(ctx);
    const budgets = await listBudgets(ctx);
    return { providers: ctx.ports.providers.map((probe) => describe(ctx, probe)), budgets };
  },
});

function describe({ ports }: Context, { id, model, breaker }: ProviderProbe): Provider {
  const isOn = model !== null;
  const isWell = breaker.phase() === "closed" && breaker.lastFailure() === null;
  const last = breaker.lastCall();
  return {
    id,
    model,
    state: !isOn ? "off" : isWell ? "ok" : "degraded",
    breaker: isOn ? breaker.phase() : null,
    lastCall: last && { ...last, at: last.at.toISOString() },
    price: (id === "chat" && ports.chat?.price) || null,
    canTest: isOn && (id !== "vectors" || ports.embedder !== null),
  };
}
