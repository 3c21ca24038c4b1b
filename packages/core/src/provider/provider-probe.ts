import type { CallOptions } from "@understudy/rag/chat/chat-model";
import type { CircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import type { RerankContext } from "@understudy/rag/rerank/rerank";
import type { ProviderId } from "./contract.ts";

/** One thing that is called outside, as this process has met it. */
export interface ProviderProbe {
  id: ProviderId;
  /** Who serves it: `openai`, `cohere`, or the host of another address; null: none is configured. */
  provider: string | null;
  /** Null: none is configured. */
  model: string | null;
  breaker: Pick<CircuitBreaker, "phase" | "lastCall"> & { lastFailure(): string | null };
  /** A tiny real call of what no port gives by itself; throws a ModelFailure. */
  ping?: (options: CallOptions & Pick<RerankContext, "payFor">) => Promise<unknown>;
}
