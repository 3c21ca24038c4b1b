import { CohereClientV2 } from "cohere-ai";
import { callProvider } from "../chat/call-provider.ts";
import { type CircuitBreaker, createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { fetchBounded } from "../chat/limit-body.ts";
import type { ProviderAddress } from "../chat/open-client.ts";
import { createRetryBudget } from "../chat/retry-budget.ts";
import { readCohereFailure } from "./read-cohere-failure.ts";
import { readRelevance } from "./read-relevance.ts";
import type { PassageText, Rerank } from "./rerank.ts";

const CALL_TIMEOUT_MS = 5_000;
const MAX_REPLY_BYTES = 4 * 1024 * 1024;
/** A passage is shorter than this with its headings. */
const TOKENS_PER_PASSAGE = 2_048;

export interface CohereRerankOptions extends ProviderAddress {
  model: string;
  /** In the currency of the budgets; 0 where nobody said. */
  pricePerSearch?: number;
  breaker?: CircuitBreaker;
  /** For a whole call, retries included: a visitor is waiting. */
  timeoutMs?: number;
}

/**
 * Reranking by Cohere, or a server that speaks its API (v2/rerank). Scores are its relevances, from 0
 * to 1. Throws a ModelFailure, or the signal's reason when the caller leaves.
 */
export function cohereRerank({
  apiKey,
  baseUrl,
  model,
  pricePerSearch = 0,
  breaker = createCircuitBreaker(),
  timeoutMs = CALL_TIMEOUT_MS,
}: CohereRerankOptions): Rerank {
  const client = new CohereClientV2({
    token: apiKey,
    baseUrl: baseUrl || "https://api.cohere.com",
    maxRetries: 0,
    fetch: fetchBounded(MAX_REPLY_BYTES),
  });
  const calls = {
    breaker,
    budget: createRetryBudget(),
    timeoutMs,
    readFailure: readCohereFailure,
  };
  return async (query, candidates, { signal, correlationId, payFor }) => {
    if (candidates.length === 0) return [];
    const request = {
      model,
      query,
      documents: candidates.map(phraseDocument),
      maxTokensPerDoc: TOKENS_PER_PASSAGE,
    };
    const headers = { "x-correlation-id": correlationId };
    const call = () =>
      callProvider(calls, signal, async (abortSignal) => {
        const { results } = await client.rerank(request, { abortSignal, headers });
        return readRelevance(results, candidates.length);
      });
    return payFor && pricePerSearch > 0 ? payFor(pricePerSearch, call, signal) : call();
  };
}

function phraseDocument({ title, headings = [], text }: PassageText): string {
  return [title, ...headings, text].join("\n");
}
