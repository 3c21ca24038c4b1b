import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { FinishReason, TokenUsage } from "./chat-model.ts";
import { ModelFailure } from "./model-failure.ts";

/** What one chunk adds; servers leave out or add fields, so nothing in it is taken on trust. */
export interface ChatPiece {
  text: string;
  /** The model works, be it only on thoughts that are not part of its answer. */
  isAlive: boolean;
  finishReason: FinishReason | null;
  usage: TokenUsage | null;
}

export function readChatChunk(chunk: unknown): ChatPiece {
  const { choices, usage } = asObject(chunk) as Partial<ChatCompletionChunk>;
  if (choices !== undefined && choices !== null && !Array.isArray(choices)) throw malformed();
  const choice = choices?.[0];
  const content: unknown = choice?.delta?.content;
  if (content !== undefined && content !== null && typeof content !== "string") throw malformed();
  return {
    text: content ?? "",
    isAlive: Boolean(content) || hasThought(choice?.delta),
    finishReason: choice?.finish_reason ? readFinishReason(choice.finish_reason) : null,
    usage: readUsage(usage),
  };
}

function hasThought(delta: object | null | undefined): boolean {
  const { reasoning, reasoning_content } = (delta ?? {}) as Record<string, unknown>;
  return Boolean(reasoning) || Boolean(reasoning_content);
}

const FINISH_REASONS: Record<string, FinishReason> = {
  stop: "stop",
  eos: "stop",
  eos_token: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  length: "length",
  max_tokens: "length",
  content_filter: "filtered",
};

function readFinishReason(given: string): FinishReason {
  const known = Object.hasOwn(FINISH_REASONS, given) ? FINISH_REASONS[given] : undefined;
  if (known) return known;
  if (given === "error") throw new ModelFailure("model.cut_off", "The model's answer broke off.");
  throw malformed();
}

function readUsage(usage: unknown): TokenUsage | null {
  if (typeof usage !== "object" || usage === null) return null;
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage as Record<
    string,
    unknown
  >;
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function asObject(value: unknown): object {
  if (typeof value !== "object" || value === null) throw malformed();
  return value;
}

function malformed(): ModelFailure {
  return new ModelFailure("model.malformed", "The model's stream holds something else than text.");
}
