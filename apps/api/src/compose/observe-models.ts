import type { CallOptions, ChatModel } from "@understudy/rag/chat/chat-model";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import type { Rerank } from "@understudy/rag/rerank/rerank";
import type { Telemetry } from "../telemetry/telemetry.ts";

/** Names as in OpenTelemetry's conventions for generative models. */
export function observeChat(chat: ChatModel, telemetry: Telemetry): ChatModel {
  if (!telemetry.isOn) return chat;
  return {
    ...chat,
    async *stream(request, options) {
      const call = open(telemetry, "chat", chat.model, options);
      call.span.set({
        "gen_ai.request.max_tokens": request.maxOutputTokens,
        "gen_ai.request.temperature": request.temperature,
      });
      try {
        for await (const event of call.span.run(() => chat.stream(request, options))) {
          call.began();
          if (event.type === "end") call.took(event.finishReason, event.usage);
          yield event;
        }
        call.end("ok");
      } catch (error) {
        call.end(outcomeOf(error, options));
        throw error;
      } finally {
        call.end("left");
      }
    },
  };
}

export function observeEmbedder(embedder: Embedder, telemetry: Telemetry): Embedder {
  if (!telemetry.isOn) return embedder;
  return {
    ...embedder,
    embed: (texts, options) =>
      observed(open(telemetry, "embeddings", embedder.model, options), options, () =>
        embedder.embed(texts, options),
      ),
  };
}

export function observeRerank(rerank: Rerank, model: string, telemetry: Telemetry): Rerank {
  if (!telemetry.isOn) return rerank;
  return (query, candidates, context) =>
    observed(open(telemetry, "rerank", model, context), context, () =>
      rerank(query, candidates, context),
    );
}

type Operation = "chat" | "embeddings" | "rerank";

function open({ traces, meters }: Telemetry, operation: Operation, model: string, by: CallOptions) {
  const startedAt = performance.now();
  const span = traces.open({
    name: `${operation} ${model}`,
    kind: "client",
    correlationId: by.correlationId,
    attributes: {
      "gen_ai.operation.name": operation,
      "gen_ai.provider.name": operation === "rerank" ? "cohere" : "openai",
      "gen_ai.request.model": model,
      // The conventions know no reranking: a model would be taken for one that writes.
      ...(operation === "rerank" && { "langfuse.observation.type": "retriever" }),
    },
  });
  let tokens: { inputTokens: number; outputTokens: number } | null = null;
  let isOver = false;
  let hasBegun = false;
  return {
    span,
    /** The first piece of the answer is here. */
    began() {
      if (hasBegun) return;
      hasBegun = true;
      span.set({ "langfuse.observation.completion_start_time": new Date().toISOString() });
    },
    took(finishReason: string, usage: typeof tokens) {
      tokens = usage;
      span.set({
        "gen_ai.response.finish_reasons": [finishReason],
        ...(usage && {
          "gen_ai.usage.input_tokens": usage.inputTokens,
          "gen_ai.usage.output_tokens": usage.outputTokens,
        }),
      });
    },
    /** The first end counts. */
    end(outcome: string) {
      if (isOver) return;
      isOver = true;
      if (outcome.startsWith("model.") || outcome === "broken") span.fail(outcome);
      span.end();
      const seconds = (performance.now() - startedAt) / 1_000;
      meters.call({ provider: operation, outcome, seconds, ...tokens });
    },
  };
}

async function observed<Result>(
  call: ReturnType<typeof open>,
  options: CallOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await call.span.run(work);
    call.end("ok");
    return result;
  } catch (error) {
    call.end(outcomeOf(error, options));
    throw error;
  }
}

function outcomeOf(error: unknown, { signal }: CallOptions): string {
  if (error instanceof ModelFailure) return error.reason;
  return signal.aborted ? "cancelled" : "broken";
}
