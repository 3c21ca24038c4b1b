import { callProvider } from "../chat/call-provider.ts";
import { type CircuitBreaker, createCircuitBreaker } from "../chat/circuit-breaker.ts";
import type { TokenPrice } from "../chat/cost-of.ts";
import { fetchBounded } from "../chat/limit-body.ts";
import { openClient, type ProviderAddress } from "../chat/open-client.ts";
import { readProviderFailure } from "../chat/read-provider-failure.ts";
import { createRetryBudget } from "../chat/retry-budget.ts";
import type { Embedder } from "./embedder.ts";
import { readTokens } from "./read-tokens.ts";
import { readVectors } from "./read-vectors.ts";

const MAX_TEXTS_PER_CALL = 64;
const CALL_TIMEOUT_MS = 60_000;
const MAX_REPLY_BYTES = 64 * 1024 * 1024;

export interface OpenAiEmbedderOptions extends ProviderAddress {
  model: string;
  price?: TokenPrice | null;
  breaker?: CircuitBreaker;
  /** For a whole call, retries included. */
  timeoutMs?: number;
}

/**
 * Embeddings of OpenAI or a compatible server; honours Retry-After, and gives vectors of length 1.
 * Throws a ModelFailure, or the signal's reason when the caller leaves.
 */
export function openAiEmbedder({
  model,
  price,
  breaker = createCircuitBreaker(),
  timeoutMs = CALL_TIMEOUT_MS,
  ...address
}: OpenAiEmbedderOptions): Embedder {
  const client = openClient(address, fetchBounded(MAX_REPLY_BYTES));
  const calls = {
    breaker,
    budget: createRetryBudget(),
    timeoutMs,
    readFailure: readProviderFailure,
  };
  return {
    model,
    maxBatchSize: MAX_TEXTS_PER_CALL,
    price,
    async embed(texts, { signal: caller, correlationId, noteTokens }) {
      if (texts.length === 0) return [];
      const body = { model, input: [...texts], encoding_format: "float" as const };
      const headers = { "x-correlation-id": correlationId };
      return callProvider(calls, caller, async (signal) => {
        const reply: unknown = await client.embeddings.create(body, { signal, headers });
        const vectors = readVectors(reply, texts.length);
        const tokens = readTokens(reply);
        if (tokens !== null) noteTokens?.(tokens);
        return vectors;
      });
    },
  };
}
