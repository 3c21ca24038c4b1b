import { openDeadline } from "../chat/call-deadline.ts";
import { type CircuitBreaker, createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { openClient, type ProviderAddress } from "../chat/open-client.ts";
import { reportThrown } from "../chat/report-thrown.ts";
import { createRetryBudget } from "../chat/retry-budget.ts";
import { retryCall } from "../chat/retry-call.ts";
import type { Embedder } from "./embedder.ts";
import { readVectors } from "./read-vectors.ts";

const MAX_TEXTS_PER_CALL = 64;
const CALL_TIMEOUT_MS = 60_000;
const MAX_REPLY_BYTES = 64 * 1024 * 1024;

export interface OpenAiEmbedderOptions extends ProviderAddress {
  model: string;
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
  breaker = createCircuitBreaker(),
  timeoutMs = CALL_TIMEOUT_MS,
  ...address
}: OpenAiEmbedderOptions): Embedder {
  const client = openClient(address, MAX_REPLY_BYTES);
  const budget = createRetryBudget();
  return {
    model,
    maxBatchSize: MAX_TEXTS_PER_CALL,
    async embed(texts, { signal, correlationId }) {
      if (texts.length === 0) return [];
      signal.throwIfAborted();
      const report = breaker.admit();
      const deadline = openDeadline(signal, timeoutMs);
      const body = { model, input: [...texts], encoding_format: "float" as const };
      const headers = { "x-correlation-id": correlationId };
      const ask = async () =>
        readVectors(
          await client.embeddings.create(body, { signal: deadline.signal, headers }),
          texts.length,
        );
      try {
        const vectors = await retryCall(ask, { deadline, budget });
        report("succeeded");
        return vectors;
      } catch (error) {
        reportThrown(report, error);
        throw error;
      } finally {
        deadline.close();
      }
    },
  };
}
