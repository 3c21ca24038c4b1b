import type { Log } from "@understudy/core/kernel/context";
import type { Ports } from "@understudy/core/kernel/ports";
import type { ProviderProbe } from "@understudy/core/provider/provider-probe";
import { createCircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import type { TokenPrice } from "@understudy/rag/chat/cost-of";
import { type OpenedEmbedders, openEmbedders } from "@understudy/rag/embed/open-embedders";
import type { RerankCandidate, RerankContext } from "@understudy/rag/rerank/rerank";
import { rerankOrDegrade } from "@understudy/rag/rerank/rerank-or-degrade";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import type { Environment } from "../env.ts";
import type { ObservedModel } from "../readiness/checks.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { observeChat, observeEmbedder, observeRerank } from "./observe-models.ts";

/** Where the provider is OpenAI itself and no other was named. */
const OPENAI_MODELS = { chat: "gpt-4.1-mini", embedding: "text-embedding-3-small" };
/** Of a million tokens, and of a search at Cohere itself. */
const OPENAI_EMBEDDING_PRICE = 0.02;
const COHERE_SEARCH_PRICE = 0.002;
const OPENAI_CHAT_PRICE = {
  currency: "USD",
  perMillionInputTokens: 0.4,
  perMillionOutputTokens: 1.6,
};

export type Models = Pick<Ports, "chat" | "embedder" | "embedders" | "rerank">;

export interface OpenedModels {
  models: Models;
  /** What the calls of each have met; judged without a call of its own. */
  observed: Record<"chat" | "reranker", ObservedModel> & { embedders(): ObservedModel[] };
  probes: readonly ProviderProbe[];
}

/** A provider's client is loaded only where it is used: it is a third of what a start would have to read. */
export async function openModels(
  env: Environment,
  { log, telemetry }: { log: Log; telemetry: Telemetry },
): Promise<OpenedModels> {
  const breakers = {
    chat: createCircuitBreaker(),
    reranker: createCircuitBreaker(),
  };
  const { chat, embedder, opened } = await openWriters(env, { breaker: breakers.chat, telemetry });
  const reranker = await openReranker(env, { breaker: breakers.reranker, log, telemetry });
  const embedding = opened.observed().find(({ model }) => model === embedder?.model) ?? {
    model: null,
    breaker: createCircuitBreaker(),
  };
  const writer = providerAt(env.OPENAI_BASE_URL, "openai");
  const reranking = { model: reranker?.model ?? null, breaker: breakers.reranker };
  return {
    models: {
      chat,
      embedder,
      embedders: opened.embedders,
      rerank: reranker?.rerank ?? rerankPassages,
    },
    observed: {
      chat: { model: chat?.model ?? null, breaker: breakers.chat },
      embedders: opened.observed,
      reranker: reranking,
    },
    probes: [
      { id: "chat", provider: writer, model: chat?.model ?? null, breaker: breakers.chat },
      { id: "embeddings", provider: writer, ...embedding },
      {
        id: "reranker",
        provider: providerAt(env.COHERE_BASE_URL, "cohere"),
        ...reranking,
        ...(reranker && { ping: reranker.ping }),
      },
    ],
  };
}

/** As rules name it: by the host of an address that was set, or the one that is called without one. */
function providerAt(baseUrl: string | undefined, usual: string): string {
  return baseUrl ? new URL(baseUrl).host : usual;
}

type Breaker = ReturnType<typeof createCircuitBreaker>;

/** A server that was named by its address may need no key, and has models of its own. */
async function openWriters(
  env: Environment,
  { breaker, telemetry }: { breaker: Breaker; telemetry: Telemetry },
): Promise<Pick<Models, "chat" | "embedder"> & { opened: OpenedEmbedders }> {
  const { OPENAI_API_KEY, OPENAI_BASE_URL: baseUrl } = env;
  if (!OPENAI_API_KEY && !baseUrl) {
    return { chat: null, embedder: null, opened: openEmbedders(null) };
  }
  const { openAiChat } = await import("@understudy/rag/chat/openai-chat");
  const { openAiEmbedder } = await import("@understudy/rag/embed/openai-embedder");
  const address = { apiKey: OPENAI_API_KEY ?? "none", baseUrl };
  const chat = env.OPENAI_CHAT_MODEL ?? (baseUrl ? undefined : OPENAI_MODELS.chat);
  const embedder = env.OPENAI_EMBEDDING_MODEL ?? (baseUrl ? undefined : OPENAI_MODELS.embedding);
  const opened = openEmbedders((name, own) => {
    const price = priceOfEmbedding(env, { model: name, configured: embedder });
    return observeEmbedder(
      openAiEmbedder({ ...address, model: name, price, breaker: own }),
      telemetry,
    );
  });
  const isPriced = !baseUrl && chat === OPENAI_MODELS.chat;
  const price = env.OPENAI_CHAT_PRICE ?? (isPriced ? OPENAI_CHAT_PRICE : null);
  return {
    chat: chat
      ? observeChat(openAiChat({ ...address, model: chat, price, breaker }), telemetry)
      : null,
    embedder: embedder ? opened.embedders.open(embedder) : null,
    opened,
  };
}

/** What was said of the configured model says nothing of others. */
function priceOfEmbedding(
  { OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_PRICE: said }: Environment,
  { model, configured }: { model: string; configured: string | undefined },
): TokenPrice | null {
  const known = !baseUrl && model === OPENAI_MODELS.embedding ? OPENAI_EMBEDDING_PRICE : undefined;
  const perMillionInputTokens = (model === configured ? said : undefined) ?? known;
  if (perMillionInputTokens === undefined) return null;
  return { currency: "USD", perMillionInputTokens, perMillionOutputTokens: 0 };
}

/** Null without Cohere; while Cohere fails, the local reranker does its work. */
async function openReranker(
  env: Environment,
  { breaker, log, telemetry }: { breaker: Breaker; log: Log; telemetry: Telemetry },
) {
  const { COHERE_API_KEY, COHERE_BASE_URL: baseUrl, COHERE_RERANK_MODEL: model } = env;
  if (!COHERE_API_KEY && !baseUrl) return null;
  const { cohereRerank } = await import("@understudy/rag/rerank/cohere-rerank");
  const pricePerSearch = env.COHERE_RERANK_PRICE ?? (baseUrl ? 0 : COHERE_SEARCH_PRICE);
  const address = { apiKey: COHERE_API_KEY ?? "none", baseUrl, model };
  const bare = cohereRerank({ ...address, pricePerSearch, breaker });
  const cohere = observeRerank(bare, model, telemetry);
  const rerank = rerankOrDegrade(cohere, rerankPassages, ({ reason }, correlationId) => {
    log.warn({ reason, model, correlationId }, "reranking without the model");
  });
  const ping = (options: Omit<RerankContext, "termIdf">) =>
    cohere("ready", [PING], { ...options, termIdf: () => 0 });
  return { model, rerank, ping };
}

const PING: RerankCandidate = {
  title: "",
  text: "ready",
  scores: { lexical: 0, characters: 0, dense: null, vector: null, fused: 0 },
};
