import { ModelFailure } from "@understudy/rag/chat/model-failure";
import { withBudget } from "../budget/meter-chat.ts";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import { payingFor } from "../budget/meter-rerank.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { findVectorStore } from "../knowledge/find-vector-store.ts";
import { type ProviderId, ProviderTest, TestProviderInput } from "./contract.ts";

const TIMEOUT_MS = 15_000;

/** A tiny real call, waited for so long and no longer; that it fails is an answer, not an error. */
export const testProvider = useCase({
  permission: "provider.write",
  input: TestProviderInput,
  output: ProviderTest,
  run: async (ctx, { provider }) => {
    requireAllTwins(ctx);
    const inTime = AbortSignal.timeout(TIMEOUT_MS);
    const startedMs = performance.now();
    const reason = await pingFor(ctx, provider, inTime);
    const tookMs = performance.now() - startedMs;
    const tested = { subjectKind: "provider", subjectId: null };
    await ctx.transaction((tx) =>
      ctx.audit(tx, { action: "provider.test", ...tested, details: { provider, reason } }),
    );
    return { ok: reason === null, tookMs, reason };
  },
});

async function pingFor(
  ctx: Context,
  provider: ProviderId,
  inTime: AbortSignal,
): Promise<string | null> {
  const bounded = { ...ctx, signal: AbortSignal.any([ctx.signal, inTime]) };
  try {
    await PINGS[provider](bounded);
    return null;
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (error instanceof ModelFailure) return error.reason;
    if (inTime.aborted) return "model.timed_out";
    throw error;
  }
}

const PINGS: Record<ProviderId, (ctx: Context) => Promise<unknown>> = {
  async chat(ctx) {
    const { chat } = withBudget(ctx, null).ports;
    if (!chat) throw notConfigured();
    const content = "Reply with the word: ready";
    const request = { messages: [{ role: "user", content }], maxOutputTokens: 16 } as const;
    for await (const _ of chat.stream({ ...request, temperature: 0 }, ctx));
  },
  async embeddings(ctx) {
    const { embedder } = ctx.ports;
    if (!embedder) throw notConfigured();
    return meterEmbedder(ctx, null, embedder).embed(["ready"], ctx);
  },
  async reranker(ctx) {
    const probe = ctx.ports.providers.find(({ id }) => id === "reranker");
    if (!probe?.ping) throw notConfigured();
    return probe.ping({ ...ctx, ...payingFor(ctx, null) });
  },
  async vectors(ctx) {
    const { embedder } = ctx.ports;
    if (!embedder || !ctx.ports.vectorStore) throw notConfigured();
    const vectorStore = await findVectorStore(ctx, null);
    if (!vectorStore) throw new ModelFailure("model.forbidden", "Rules forbid this store.");
    const [vector] = await meterEmbedder(ctx, null, embedder).embed(["ready"], ctx);
    if (!vector) throw notFound("vector");
    const { model } = embedder;
    const index = await vectorStore.open(ctx, { model, dimensions: vector.length });
    return index.search(crypto.randomUUID(), { vector, limit: 1 }, ctx);
  },
};

function notConfigured(): DomainError {
  return new DomainError("conflict", "provider.not_configured", "Nothing is configured to test.");
}
