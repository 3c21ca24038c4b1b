import type { TokenPrice } from "./cost-of.ts";

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ChatRequest {
  messages: readonly ChatMessage[];
  maxOutputTokens: number;
  /** 0 to 2; a model that takes none is asked without. */
  temperature: number;
}

export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

/** `filtered`: the provider's own content filter stopped the answer. */
export type FinishReason = "stop" | "length" | "filtered";

export type ChatEvent =
  | { type: "text"; text: string }
  | { type: "end"; finishReason: FinishReason; usage: TokenUsage | null };

export interface CallOptions {
  signal: AbortSignal;
  correlationId: string;
}

/**
 * A model that writes. The stream holds text and then exactly one `end`; whatever else happens throws
 * a `ModelFailure`, and an aborted signal throws its reason. Leaving the loop closes the connection.
 */
export interface ChatModel {
  readonly model: string;
  /** Absent where nobody said what it costs. */
  readonly price?: TokenPrice | null | undefined;
  stream(request: ChatRequest, options: CallOptions): AsyncIterable<ChatEvent>;
}
