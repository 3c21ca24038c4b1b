import type { Provider } from "@understudy/core/provider/contract";

/** What each does, and what stands in where none is configured. */
export const PROVIDER_WORDS: Record<Provider["id"], { name: string; standIn: string }> = {
  chat: {
    name: "Language model",
    standIn: "Answers are quoted from the sources. Set OPENAI_API_KEY or OPENAI_BASE_URL.",
  },
  embeddings: {
    name: "Embeddings",
    standIn: "Passages are found by words and spellings. Set OPENAI_EMBEDDING_MODEL.",
  },
  reranker: {
    name: "Reranker",
    standIn: "The built-in one puts passages in order. COHERE_API_KEY puts Cohere in its place.",
  },
  vectors: {
    name: "Vector store",
    standIn: "Vectors are held in memory. VECTOR_STORE names another place.",
  },
};

export const STATE_WORDS: Record<Provider["state"], string> = {
  ok: "Working",
  degraded: "Failing",
  failed: "Failing",
  off: "Built in",
};

const BREAKER_WORDS = {
  closed: null,
  open: "spared for a while",
  half_open: "being tried again",
} as const;

export function stateWords({ state, breaker }: Provider): string {
  const more = breaker && BREAKER_WORDS[breaker];
  return more ? `${STATE_WORDS[state]}, ${more}` : STATE_WORDS[state];
}

/** Why a call failed. */
export const FAILURE_WORDS: Record<string, string> = {
  "model.unreachable": "It could not be reached.",
  "model.timed_out": "It did not answer in time.",
  "model.rate_limited": "It has had too many requests. Try again in a while.",
  "model.refused_key": "It refused the key, or the account behind it.",
  "model.refused_request": "It refused the request. Is the model's name right?",
  "model.malformed": "It answered with something else than an answer.",
  "model.cut_off": "Its answer broke off.",
  "model.overloaded": "It is overloaded or broken. Try again in a while.",
  "model.over_budget": "This month's budget has no room for the call.",
  "model.forbidden": "The rules in force forbid this provider or model.",
};
