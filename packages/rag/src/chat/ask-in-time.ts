import type { CallOptions, ChatMessage, ChatModel, TokenUsage } from "./chat-model.ts";
import { ModelFailure } from "./model-failure.ts";

interface Asked {
  model: ChatModel;
  messages: readonly ChatMessage[];
  maxOutputTokens: number;
  timeoutMs: number;
}

export interface SaidInTime {
  /** Null: there is no whole reply. */
  text: string | null;
  failure: string | null;
  usage: TokenUsage | null;
}

/** A short reply that an answer waits for. Whatever keeps it from being whole is told; throws only the signal's reason. */
export async function askInTime(
  { model, timeoutMs, ...request }: Asked,
  { signal, correlationId }: CallOptions,
): Promise<SaidInTime> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let [text, usage] = ["", null as TokenUsage | null];
  try {
    const call = { signal: inTime, correlationId };
    for await (const event of model.stream({ ...request, temperature: 0 }, call)) {
      if (event.type === "text") text += event.text;
      else {
        usage = event.usage;
        if (event.finishReason !== "stop") return { text: null, failure: "model.cut_off", usage };
      }
    }
    return { text, failure: null, usage };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ModelFailure) return { text: null, failure: error.reason, usage };
    if (inTime.aborted) return { text: null, failure: "model.timed_out", usage };
    throw error;
  }
}
