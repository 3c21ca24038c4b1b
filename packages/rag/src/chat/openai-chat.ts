import { openDeadline } from "./call-deadline.ts";
import { PLAIN_DIALECT } from "./chat-dialect.ts";
import type { ChatModel } from "./chat-model.ts";
import { type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker.ts";
import type { TokenPrice } from "./cost-of.ts";
import { fetchByNode } from "./fetch-by-node.ts";
import { fetchBounded } from "./limit-body.ts";
import { openChatStream } from "./open-chat-stream.ts";
import { openClient, type ProviderAddress } from "./open-client.ts";
import { readProviderFailure } from "./read-provider-failure.ts";
import { reportThrown } from "./report-thrown.ts";
import { createRetryBudget } from "./retry-budget.ts";
import { retryCall } from "./retry-call.ts";

export interface ChatDeadlines {
  /** From the call to the first words, retries included. */
  firstTokenMs: number;
  betweenTokensMs: number;
  totalMs: number;
}

export interface OpenAiChatOptions extends ProviderAddress {
  model: string;
  price?: TokenPrice | null;
  breaker?: CircuitBreaker;
  deadlines?: Partial<ChatDeadlines>;
}

/** Of what is no stream. */
const MAX_REFUSAL_BYTES = 1024 * 1024;
const DEADLINES = { firstTokenMs: 30_000, betweenTokensMs: 20_000, totalMs: 180_000 };

/** Chat of OpenAI or of any server that speaks its wire format (Ollama, vLLM, llama.cpp, OpenRouter). */
export function openAiChat({
  model,
  price = null,
  breaker = createCircuitBreaker(),
  deadlines,
  ...address
}: OpenAiChatOptions): ChatModel {
  const { firstTokenMs, betweenTokensMs, totalMs } = { ...DEADLINES, ...deadlines };
  const client = openClient(address, fetchBounded(MAX_REFUSAL_BYTES, fetchByNode));
  const budget = createRetryBudget();
  let dialect = PLAIN_DIALECT;
  return {
    model,
    price,
    async *stream(request, options) {
      options.signal.throwIfAborted();
      const report = breaker.admit();
      const deadline = openDeadline(options.signal, totalMs);
      deadline.expect(firstTokenMs);
      try {
        const call = { client, model, request, deadline, betweenTokensMs, options };
        const opened = await retryCall(() => openChatStream({ ...call, dialect }), {
          deadline,
          budget,
          readFailure: readProviderFailure,
        });
        dialect = opened.dialect;
        yield* opened.events;
        report("succeeded");
      } catch (error) {
        reportThrown(report, error);
        throw error;
      } finally {
        report("abandoned");
        deadline.close();
      }
    },
  };
}
